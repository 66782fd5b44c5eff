package health.medley.benchmarks.close;

import health.medley.core.store.Changes;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.RecordKey;
import health.medley.core.store.RecordStore;
import health.medley.record.RecordIds;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Somebody else, who commits one small record after another while a month is closed. */
final class SmallWriter extends Thread {
    private static final long PAUSE_NANOS = 10_000_000L;

    private final RecordStore store;
    private final RecordIds ids = new RecordIds(Clock.systemUTC());
    private final List<Double> waits = new ArrayList<>();
    private volatile boolean stopped;

    SmallWriter(RecordStore store) {
        super("small-writer");
        this.store = store;
        setDaemon(true);
    }

    @Override
    public void run() {
        while (!stopped) {
            RecordDraft draft = new RecordDraft(
                    new RecordKey("note", ids.next()),
                    0,
                    1,
                    "{\"text\":\"something else\"}",
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    Set.of(),
                    "");
            long begin = System.nanoTime();
            store.commit(ServedPractice.caller(), new Changes(List.of(draft), Optional.empty()));
            waits.add((System.nanoTime() - begin) / 1e6);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Stop, and tell in milliseconds the median, the 99th of 100 and the longest wait, in this order. */
    List<Double> end() throws InterruptedException {
        stopped = true;
        join();
        Collections.sort(waits);
        int last = waits.size() - 1;
        return List.of(waits.get(last / 2), waits.get((int) (last * 0.99)), waits.get(last));
    }
}
