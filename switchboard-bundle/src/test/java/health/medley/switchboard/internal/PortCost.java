package health.medley.switchboard.internal;

import com.sun.management.ThreadMXBean;
import health.medley.core.Caller;
import health.medley.core.Origin;
import health.medley.core.Role;
import health.medley.core.RoutingPin;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Measure what a call through a port costs over a direct one, with pin, origin and counting. Not a test: run it with
 * {@code java -cp <test class path> health.medley.switchboard.internal.PortCost}.
 */
public final class PortCost {
    private static final int CALLS = 5_000_000;
    private static final int REPEATS = 8;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static volatile long sink;

    private PortCost() {}

    /** Nanoseconds of processor time and bytes of one call. */
    private record Cost(double ns, double bytes) {}

    private static final class Friendly implements Greeter {
        @Override
        public String greet(Caller caller, String name) {
            return name;
        }

        @Override
        public long age(Caller caller, long born) {
            return born + caller.role().ordinal();
        }
    }

    /** Measure and print. */
    public static void main(String[] words) throws Exception {
        Routing routing = new Routing(System::nanoTime, () -> {});
        Activation activation = new Activation(null);
        Greeter port = port(routing, activation, 0, new Friendly());
        // other ports of other shapes, as a platform has, so that the compiler cannot tie itself to one
        for (int i = 1; i < 4; i++) {
            Greeter other = port(routing, activation, i, i % 2 == 0 ? new Friendly() : new Shy());
            work(other, 200_000);
        }
        for (int threads = 1; threads <= 2; threads++) {
            Cost direct = measure(new Friendly(), threads, null);
            Cost unpinned = measure(port, threads, null);
            Cost pinned = measure(port, threads, routing.current().pin());
            System.out.printf(
                    "threads %d: direct %.1f ns %.0f B, over direct: unpinned %.1f ns %.0f B, pinned %.1f ns %.0f B%n",
                    threads,
                    direct.ns(),
                    direct.bytes(),
                    unpinned.ns() - direct.ns(),
                    unpinned.bytes() - direct.bytes(),
                    pinned.ns() - direct.ns(),
                    pinned.bytes() - direct.bytes());
        }
    }

    private static final class Shy implements Greeter {
        @Override
        public String greet(Caller caller, String name) {
            return "";
        }

        @Override
        public long age(Caller caller, long born) {
            return 0;
        }
    }

    private static Greeter port(Routing routing, Activation activation, int number, Greeter provider) {
        PortKey key = new PortKey(Greeter.class.getName(), "main");
        Port port = new Port(number, key, new ContractType(Greeter.class));
        Origin origin = new Origin("provider", "1.0.0", "");
        routing.replace(Map.of(number, new Generation(number + 1, key, origin, null, provider)), null);
        return (Greeter) new PortProxy(port, routing, activation, new Origin("consumer", "1.0.0", "")).object();
    }

    private static long work(Greeter greeter, int calls) {
        return work(greeter, calls, Caller.of("a", "b", Role.HOST, "c"));
    }

    private static long work(Greeter greeter, int calls, Caller caller) {
        long sum = 0;
        for (int i = 0; i < calls; i++) {
            sum += greeter.greet(caller, "x").length();
        }
        return sum;
    }

    private static Cost measure(Greeter greeter, int threads, RoutingPin pin) throws Exception {
        Cost best = new Cost(Double.MAX_VALUE, 0);
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            Cost cost = once(greeter, threads, pin);
            best = cost.ns() < best.ns() ? cost : best;
        }
        return best;
    }

    private static Cost once(Greeter greeter, int threads, RoutingPin pin) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        CyclicBarrier start = new CyclicBarrier(threads);
        List<Future<Cost>> costs = IntStream.range(0, threads)
                .mapToObj(each -> workers.submit(() -> {
                    Caller caller = new Caller("a", "b", Role.HOST, "c", null, pin);
                    start.await();
                    long thread = Thread.currentThread().getId();
                    long bytes = THREADS.getThreadAllocatedBytes(thread);
                    long time = THREADS.getCurrentThreadCpuTime();
                    sink = work(greeter, CALLS, caller);
                    return new Cost(
                            (THREADS.getCurrentThreadCpuTime() - time) / (double) CALLS,
                            (THREADS.getThreadAllocatedBytes(thread) - bytes) / (double) CALLS);
                }))
                .toList();
        double ns = 0;
        double bytes = 0;
        for (Future<Cost> cost : costs) {
            ns += cost.get().ns() / threads;
            bytes += cost.get().bytes() / threads;
        }
        workers.shutdown();
        return new Cost(ns, bytes);
    }
}
