package health.medley.switchboard.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Name the generations that are out of the routing and still have calls in flight. No thread is ever stopped: where a
 * call does not end, its threads are shown, and the generation goes with the next restart.
 */
final class StuckReport {
    private static final int MOST_THREADS = 3;
    private static final int MOST_FRAMES = 8;
    private static final int INNERMOST = 4;

    private final Routing routing;
    private final Duration limit;

    /** Report on {@code routing}; a generation is stuck after {@code limit}. */
    StuckReport(Routing routing, Duration limit) {
        this.routing = routing;
        this.limit = limit;
    }

    /** What still holds one generation. */
    private static final class Holding {
        private long inFlight;
        private long leases;
        private long others;
        private long since;
        private long routing;

        void add(RoutingTable table, Route route) {
            inFlight += Tally.of(route.calls()).inFlight();
            leases += table.openLeases();
            others += table.entries().stream()
                    .mapToLong(each -> Tally.of(each.calls()).inFlight())
                    .sum();
            since = table.replacedAt();
            routing = table.number();
        }
    }

    /** A sentence for each generation of a bundle that is being drained or stuck. */
    List<String> ofBundle(String bundle) {
        Map<Generation, Holding> held = new LinkedHashMap<>();
        for (RoutingTable table : routing.draining()) {
            for (Route route : table.entries()) {
                Generation generation = route.generation();
                if (generation.origin().bundle().equals(bundle) && replaced(generation)) {
                    held.computeIfAbsent(generation, each -> new Holding()).add(table, route);
                }
            }
        }
        List<String> sentences = new ArrayList<>();
        held.forEach((generation, holding) -> sentences.add(sentence(generation, holding)));
        return sentences;
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private boolean replaced(Generation generation) {
        return routing.current().entries().stream().noneMatch(route -> route.generation() == generation);
    }

    private String sentence(Generation generation, Holding holding) {
        Duration age = Duration.ofNanos(routing.now() - holding.since);
        boolean late = age.compareTo(limit) > 0;
        String what = generation.origin() + " (generation " + generation.number() + ") ";
        if (holding.inFlight > 0 && late) {
            return what + "is stuck: replaced " + age.toSeconds() + " s ago, it still has "
                    + counted(holding.inFlight, "call")
                    + " in flight. It gets no new work and goes with the next restart. Its threads: "
                    + threads(generation);
        }
        if (holding.inFlight > 0) {
            return what + "is replaced and finishes " + counted(holding.inFlight, "call") + " in flight.";
        }
        if (holding.leases > 0) {
            return what + "is replaced and kept by " + counted(holding.leases, "open lease") + ", the last of routing "
                    + holding.routing
                    + (late ? ", for " + age.toSeconds() + " s: look for work that does not close its lease." : ".");
        }
        return holding.others > 0
                ? what + "is replaced and kept by " + counted(holding.others, "call") + " in flight of routing "
                        + holding.routing + ", which may still ask it."
                : what + "is replaced and about to be let go.";
    }

    /**
     * The threads that are inside the provider's class. By number only: a name may say anything. Where the generation
     * that took over is of the same class, its calls are shown too.
     */
    private static String threads(Generation generation) {
        String type = generation.instance().getClass().getName();
        List<String> found = Thread.getAllStackTraces().entrySet().stream()
                .filter(each -> Arrays.stream(each.getValue()).anyMatch(frame -> inside(frame, type)))
                .limit(MOST_THREADS)
                .map(each -> "thread " + each.getKey().getId() + " at " + stack(each.getValue(), type))
                .toList();
        return found.isEmpty() ? "none is in " + type + "." : String.join("; ", found) + ".";
    }

    private static boolean inside(StackTraceElement frame, String type) {
        return frame.getClassName().equals(type);
    }

    /** The innermost frames, and from there straight to the provider's own. */
    private static String stack(StackTraceElement[] trace, String type) {
        List<String> frames = new ArrayList<>();
        for (int i = 0; i < trace.length && frames.size() < MOST_FRAMES; i++) {
            boolean own = inside(trace[i], type);
            if (own || i < INNERMOST) {
                frames.add(trace[i].getClassName() + "." + trace[i].getMethodName() + ":" + trace[i].getLineNumber());
            } else if (i == INNERMOST) {
                frames.add("...");
            }
        }
        return String.join(" < ", frames);
    }
}
