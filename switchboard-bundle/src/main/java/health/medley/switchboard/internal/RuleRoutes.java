package health.medley.switchboard.internal;

import health.medley.core.ServiceMonth;
import health.medley.core.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Say which version of each rule set is active under one routing. Immutable. */
final class RuleRoutes {
    /** No rules at all. */
    static final RuleRoutes NONE = new RuleRoutes(Map.of());

    /**
     * One active rule set.
     *
     * @param set the rules
     * @param chosen whether somebody chose this version, or it was the only one
     */
    record Active(RuleSet set, boolean chosen) {}

    private final Map<String, Active> byName;

    /** Make the active rule sets, by their names. */
    RuleRoutes(Map<String, Active> byName) {
        this.byName = new TreeMap<>(byName);
    }

    /** What is active under a name; null if nothing is. */
    @Nullable
    Active named(String name) {
        return byName.get(name);
    }

    /** Every active rule set, in the order of name. */
    List<Active> all() {
        return List.copyOf(byName.values());
    }

    /**
     * The active rule sets that cover a month of a program; where some were chosen, only those. One is the answer; none
     * or several are for the caller to report.
     */
    List<RuleSet> covering(String program, ServiceMonth month) {
        List<RuleSet> chosen = new ArrayList<>(1);
        List<RuleSet> others = new ArrayList<>(1);
        for (Active active : byName.values()) {
            if (active.set().covers(program, month)) {
                (active.chosen() ? chosen : others).add(active.set());
            }
        }
        return chosen.isEmpty() ? others : chosen;
    }

    /** Whether both name the same content, chosen alike. */
    boolean same(RuleRoutes other) {
        if (!byName.keySet().equals(other.byName.keySet())) {
            return false;
        }
        return byName.entrySet().stream().allMatch(entry -> {
            Active theirs = other.byName.get(entry.getKey());
            return theirs.chosen() == entry.getValue().chosen()
                    && theirs.set().ref().equals(entry.getValue().set().ref());
        });
    }
}
