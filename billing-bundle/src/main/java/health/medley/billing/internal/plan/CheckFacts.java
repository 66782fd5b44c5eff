package health.medley.billing.internal.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Know which facts each check of a plan may look at. Immutable. */
final class CheckFacts {
    private static final String[] NONE = {};

    private final Map<Integer, String[]> byEntry = new HashMap<>();

    CheckFacts(PlanParts parts) {
        List<String> names = parts.slots().names();
        Stream.concat(parts.checks().stream(), parts.families().stream().flatMap(family -> family.everyNeed().stream()))
                .forEach(check -> byEntry.computeIfAbsent(check.entry(), entry -> from(parts.graph(), entry, names)));
    }

    private static String[] from(TestGraph graph, int entry, List<String> names) {
        return graph.reachable(entry).stream()
                .flatMapToInt(step -> IntStream.of(step.slot(), step.other()))
                .filter(slot -> slot >= 0)
                .mapToObj(names::get)
                .map(name -> name.contains("@") ? "other_codes" : name)
                .distinct()
                .toArray(String[]::new);
    }

    /** Names of the facts, in the order of the rule's text. */
    String[] of(Check check) {
        return byEntry.getOrDefault(check.entry(), NONE);
    }
}
