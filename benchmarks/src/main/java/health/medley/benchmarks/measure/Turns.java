package health.medley.benchmarks.measure;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Let tasks work in turns on one thread, round after round, so that whatever else the machine does meets all of them
 * alike. Turns are measured in CPU time of the thread, not in wall time.
 */
public final class Turns {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Turns() {}

    /**
     * Run the tasks.
     *
     * @param tasks in the order of their turns
     * @param warmUp rounds that are not kept
     * @param rounds rounds that are
     * @param cpuMillis length of a turn
     * @return the windows of each task by name, one for each round kept
     */
    public static Map<String, List<Window>> run(List<? extends Task> tasks, int warmUp, int rounds, long cpuMillis) {
        Map<String, List<Window>> windows = new LinkedHashMap<>();
        tasks.forEach(task -> windows.put(task.name(), new ArrayList<>()));
        for (int round = -warmUp; round < rounds; round++) {
            for (Task task : tasks) {
                Window window = turn(task, cpuMillis * 1_000_000);
                if (round >= 0) {
                    windows.get(task.name()).add(window);
                }
            }
        }
        return windows;
    }

    private static Window turn(Task task, long cpuNanos) {
        long thread = Thread.currentThread().getId();
        long bytesBefore = THREADS.getThreadAllocatedBytes(thread);
        long begin = THREADS.getCurrentThreadCpuTime();
        long done = 0;
        long used;
        do {
            done += task.work();
            used = THREADS.getCurrentThreadCpuTime() - begin;
        } while (used < cpuNanos);
        return new Window(done, used, THREADS.getThreadAllocatedBytes(thread) - bytesBefore);
    }
}
