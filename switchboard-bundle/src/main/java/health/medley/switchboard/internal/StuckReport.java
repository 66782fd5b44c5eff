package health.medley.switchboard.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Name the generations that are out of the routing and still have calls in flight. No thread is ever stopped: where a
 * call does not end, its threads are shown, and the generation goes with the next restart.
 */
final class StuckReport {
    private static final int MOST_THREADS = 3;
    private static final int MOST_FRAMES = 8;

    private final Routing routing;
    private final Duration limit;

    /** Report on {@code routing}; a generation is stuck after {@code limit}. */
    StuckReport(Routing routing, Duration limit) {
        this.routing = routing;
        this.limit = limit;
    }

    /** A sentence for each generation of a bundle that is being drained or stuck. */
    List<String> ofBundle(String bundle) {
        List<String> sentences = new ArrayList<>();
        for (RoutingTable table : routing.draining()) {
            for (Route route : table.entries()) {
                Generation generation = route.generation();
                if (generation.origin().bundle().equals(bundle) && replaced(generation)) {
                    sentence(table, route, sentences);
                }
            }
        }
        return sentences;
    }

    private boolean replaced(Generation generation) {
        return routing.current().entries().stream().noneMatch(route -> route.generation() == generation);
    }

    private void sentence(RoutingTable table, Route route, List<String> sentences) {
        long inFlight = Tally.of(route.calls()).inFlight();
        long leases = table.openLeases();
        Duration age = Duration.ofNanos(routing.now() - table.replacedAt());
        String what = route.generation().origin() + " (generation "
                + route.generation().number() + ")";
        boolean late = age.compareTo(limit) > 0;
        if (inFlight > 0 && late) {
            sentences.add(what + " is stuck: replaced " + age.toSeconds() + " s ago, it still has " + inFlight
                    + " calls in flight. It answers nobody else and goes with the next restart. Its threads: "
                    + threads(route.generation()));
        } else if (inFlight > 0) {
            sentences.add(what + " is replaced and finishes " + inFlight + " calls in flight.");
        } else if (leases > 0) {
            sentences.add(what + " is replaced and kept by " + leases + " open leases of routing " + table.number()
                    + (late ? ", for " + age.toSeconds() + " s: look for work that does not close its lease." : "."));
        }
    }

    /**
     * The threads that are inside the provider's class. By number only: a name may say anything. Where the generation
     * that took over is of the same class, its calls are shown too.
     */
    private static String threads(Generation generation) {
        Object instance = generation.instance();
        if (instance == null) {
            return "none";
        }
        String type = instance.getClass().getName();
        List<String> found = new ArrayList<>();
        for (Map.Entry<Thread, StackTraceElement[]> each :
                Thread.getAllStackTraces().entrySet()) {
            boolean inside = Arrays.stream(each.getValue())
                    .anyMatch(frame -> frame.getClassName().equals(type));
            if (inside && found.size() < MOST_THREADS) {
                found.add("thread " + each.getKey().getId() + " at "
                        + Arrays.stream(each.getValue())
                                .limit(MOST_FRAMES)
                                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + ":"
                                        + frame.getLineNumber())
                                .collect(Collectors.joining(" < ")));
            }
        }
        return found.isEmpty() ? "none is in " + type : String.join("; ", found) + ".";
    }
}
