package health.medley.store.internal.commit;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.store.StoreState;
import health.medley.store.internal.database.Database;
import health.medley.store.internal.database.Failure;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store's one thread: opens the database, as often as it takes, and does what is submitted, commits in groups.
 * Nobody holds it but this object, so nobody interrupts it.
 */
public final class StoreThread {

    private static final int MOST_TASKS = 256;
    private static final int LARGE = 200;
    private static final long IDLE_MILLIS = 100;
    private static final int GATHERING = 4;

    private final Logger logger = LoggerFactory.getLogger(StoreThread.class);
    private final Database database;
    private final SessionSource sessions;
    private final long retryMillis;
    private final BlockingQueue<Work> queue = new LinkedBlockingQueue<>();
    private final Deque<Work> large = new ArrayDeque<>();
    private final CountDownLatch attempted = new CountDownLatch(1);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "medley-store");
    private volatile Standing standing = Standing.without(StoreState.WAITING, "the database is being opened");
    private volatile String refusal = "";
    private long lastNanos;
    private int lastTasks;
    private @Nullable Doubt doubt;

    /** Serve {@code database}; another attempt to open it comes {@code retryMillis} after one that failed. */
    public StoreThread(Database database, SessionSource sessions, long retryMillis) {
        this.database = database;
        this.sessions = sessions;
        this.retryMillis = retryMillis;
        thread.setDaemon(true);
    }

    /** Opens sessions and is asked now and then between groups. */
    public interface SessionSource {
        /** Open the database and look whether it is sound. */
        OpenStore open() throws SQLException, IOException;

        /** Look after what is beside the database; called between groups, at least every 100 ms. */
        void between(OpenStore open) throws SQLException;

        /** Look after it for the last time. */
        void last(OpenStore open);
    }

    /** Start, and wait until opening the database succeeded or failed for the first time. */
    public void start() {
        thread.start();
        Patience.await(attempted);
    }

    /** How the store stands. */
    public Standing standing() {
        return standing;
    }

    /** Why the last group could not be written; empty if it could. */
    public String refusal() {
        return refusal;
    }

    /** Have something done. */
    public void submit(Work work) {
        if (standing.state() != StoreState.READY) {
            throw Refusals.unavailable(standing.why());
        }
        queue.add(work);
        if (standing.state() != StoreState.READY && queue.remove(work)) {
            throw Refusals.unavailable(standing.why());
        }
    }

    /** Stop answering because of what a reader found. */
    public void fail(String why) {
        logger.error("The store stops: {}", why);
        standing = Standing.without(StoreState.FAILED, why);
    }

    /** Do what is still waiting, and end. */
    public void close() {
        closing.countDown();
        Patience.join(thread);
    }

    private void run() {
        while (!closed() && standing.state() != StoreState.FAILED) {
            Doubt before = doubt;
            try {
                serve();
            } catch (MedleyException e) {
                stand(e.code().equals(ErrorCode.STORE_UNAVAILABLE) ? StoreState.WAITING : StoreState.FAILED, e);
            } catch (SQLException e) {
                stand(database.failure(e) == Failure.FATAL ? StoreState.FAILED : StoreState.WAITING, e);
            } catch (IOException e) {
                // what is beside the database: a full disk, a directory that may not be written
                stand(StoreState.WAITING, e);
            } catch (RuntimeException | Error e) {
                stand(StoreState.FAILED, e);
            }
            refuse(before);
            attempted.countDown();
            Patience.await(closing, standing.state() == StoreState.FAILED ? 0 : retryMillis);
        }
        if (standing.state() != StoreState.FAILED) {
            standing = Standing.without(StoreState.CLOSED, "it was closed with the platform");
        }
        refuse(doubt);
    }

    private boolean closed() {
        return closing.getCount() == 0;
    }

    private void stand(StoreState state, Throwable why) {
        String sentence = why.getMessage() == null ? why.getClass().getName() : why.getMessage();
        if (!sentence.equals(standing.why())) {
            logger.warn("The store does not answer ({}): {}", state, sentence);
        }
        standing = Standing.without(state, sentence);
    }

    /** Refuse whoever waits, and the doubtful whom the attempt that just failed could not tell either. */
    private void refuse(@Nullable Doubt before) {
        List<Work> left = new ArrayList<>(large);
        large.clear();
        queue.drainTo(left);
        left.forEach(work -> work.fail(Refusals.unavailable(standing.why())));
        if (doubt != null && (doubt == before || standing.state() == StoreState.FAILED)) {
            doubt.fail(Refusals.unknown(standing.why()));
            doubt = null;
        }
    }

    private void serve() throws SQLException, IOException {
        try (OpenStore open = sessions.open()) {
            Committing committing = new Committing(open.session());
            // first: whoever is answered by resolving may read at once
            standing = open.standing();
            resolve(open, committing);
            attempted.countDown();
            logger.info("The store is ready: {}, schema {}", database.product(), standing.schema());
            try {
                while (standing.state() == StoreState.READY && (!closed() || !queue.isEmpty() || !large.isEmpty())) {
                    work(open, committing);
                    refusal = committing.refusal();
                    sessions.between(open);
                }
            } finally {
                doubt = committing.doubt();
            }
            sessions.last(open);
        }
    }

    private void resolve(OpenStore open, Committing committing) throws SQLException {
        Doubt doubtful = doubt;
        if (doubtful != null && doubtful.isThere(open.session())) {
            doubtful.outcomes().forEach(Group.Outcome::tell);
        } else if (doubtful != null) {
            committing.commit(doubtful.tasks());
        }
        doubt = null;
    }

    /** One group of small commits, and one of what is large or sole, which would keep the small waiting. */
    private void work(OpenStore open, Committing committing) throws SQLException {
        List<Work> drained = new ArrayList<>();
        Work first = Patience.poll(queue, large.isEmpty() ? IDLE_MILLIS : 0);
        if (first != null) {
            drained.add(first);
            gather();
            queue.drainTo(drained, MOST_TASKS - 1);
        }
        List<CommitTask> small = new ArrayList<>();
        for (Work work : drained) {
            if (work instanceof CommitTask task && task.drafts().size() < LARGE) {
                small.add(task);
            } else {
                large.add(work);
            }
        }
        if (!small.isEmpty()) {
            long began = System.nanoTime();
            committing.commit(small);
            lastNanos = System.nanoTime() - began;
            lastTasks = small.size();
        }
        if (!large.isEmpty()) {
            alone(large.remove(), open, committing);
        }
    }

    /**
     * Wait a little for those who were answered last time and are about to commit again: one sync for all of them is
     * worth a fraction of a sync's time. Who is alone waits for nobody.
     */
    private void gather() {
        long end = System.nanoTime() + lastNanos / GATHERING;
        while (queue.size() + 1 < lastTasks && System.nanoTime() < end) {
            Thread.yield();
        }
    }

    private static void alone(Work work, OpenStore open, Committing committing) throws SQLException {
        if (work instanceof CommitTask task) {
            committing.commit(List.of(task));
        } else if (work instanceof SoleTask<?> sole) {
            sole.run(open.session());
        }
    }
}
