package health.medley.switchboard.internal;

import health.medley.core.rules.RuleSet;
import org.jspecify.annotations.Nullable;

/** Say in one sentence why a rule set is active or not. */
final class RuleWhy {
    private RuleWhy() {}

    /**
     * Say it.
     *
     * @param active what is active under the set's name; null if nothing is
     */
    static String of(RuleSet set, RuleRoutes.@Nullable Active active, Choices choices) {
        String asked = "Rule set " + set.ref();
        if (active != null && active.set().ref().equals(set.ref())) {
            return asked + " is active for " + set.from() + " to " + set.to() + ": it "
                    + (active.chosen() ? "was chosen." : "was the only version of its name when it came.");
        }
        String activate = " Activate " + set.ref().version() + " to use it.";
        if (active != null) {
            return asked + " is not active: version " + active.set().ref().version() + " is." + activate;
        }
        Choices.Chosen chosen = choices.of(set.ref().name());
        return chosen != null && !chosen.version().equals(set.ref().version())
                ? asked + " is not active: version " + chosen.version() + " was chosen and is not installed." + activate
                : asked + " is not active: there are several versions of its name and no choice." + activate;
    }
}
