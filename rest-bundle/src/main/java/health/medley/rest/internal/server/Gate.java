package health.medley.rest.internal.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts the requests in flight; once closed it lets no more in. */
final class Gate {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();
    private int inside;
    private boolean closed;

    /** Let one in; false once closed. */
    boolean enter() {
        lock.lock();
        try {
            if (closed) {
                return false;
            }
            inside++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void leave() {
        lock.lock();
        try {
            inside--;
            left.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Let no more in and wait for those inside; gives how many are still there when the time is over. */
    int close(Duration limit) throws InterruptedException {
        lock.lock();
        try {
            closed = true;
            left.signalAll();
            long rest = limit.toNanos();
            while (inside > 0 && rest > 0) {
                rest = left.awaitNanos(rest);
            }
            return inside;
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Wait until closed, or for this long; whether it is closed. */
    boolean awaitClosed(long seconds) throws InterruptedException {
        lock.lock();
        try {
            long rest = TimeUnit.SECONDS.toNanos(seconds);
            while (!closed && rest > 0) {
                rest = left.awaitNanos(rest);
            }
            return closed;
        } finally {
            lock.unlock();
        }
    }
}
