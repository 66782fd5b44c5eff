package health.medley.billing.internal.plan;

import health.medley.core.rules.RuleRef;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A compiled rule set: a plan for each service the program bills side by side, and how the program stands to other
 * programs. Immutable.
 */
public final class RuleProgram {
    private final List<RulePlan> services;
    private final Set<String> judges;
    private final Optional<FallBack> fallsBackTo;
    private final List<DatedSettings> settings;
    private final int appliesWhen;

    RuleProgram(List<RulePlan> services, ProgramFile program, int appliesWhen) {
        this.services = List.copyOf(services);
        this.judges = Set.copyOf(program.judges);
        this.fallsBackTo = program.fallsBackTo;
        this.settings = List.copyOf(program.settings);
        this.appliesWhen = appliesWhen;
    }

    /** The plans, in the order in which program.yaml names their services; never none. */
    public List<RulePlan> services() {
        return services;
    }

    /** The plan of the first service. */
    public RulePlan first() {
        return services.get(0);
    }

    /** Name, version and hash of the rule set. */
    public RuleRef ref() {
        return first().parts().ref();
    }

    /** The program it rules. */
    public String program() {
        return first().parts().program();
    }

    /** Codes of ours for which the rule set joins another program's answer and says whether they stand. */
    public Set<String> judges() {
        return judges;
    }

    /** What is tried where the program bills nothing. */
    public Optional<FallBack> fallsBackTo() {
        return fallsBackTo;
    }

    /** Whether any service knows a declared track. */
    public boolean knowsTrack(String track) {
        return services.stream().anyMatch(service -> service.knowsTrack(track));
    }

    /**
     * Whether rules for clinics apply to a month: always, unless program.yaml says when.
     *
     * @param facts the month's facts as {@link #first} numbers them
     */
    public boolean applies(FactView facts) {
        return first().graph().holds(appliesWhen, facts, PlanDecision.noLines(), first());
    }

    /** How a practice may be paid on a day for these rules to apply; empty for any. */
    public Set<String> settingsOn(LocalDate day) {
        Set<String> found = new TreeSet<>();
        settings.stream().filter(dated -> dated.inForceOn(day)).forEach(dated -> found.addAll(dated.values()));
        return found;
    }

    /** Whether the rules apply on a day to a practice paid in this way. */
    public boolean takes(String setting, LocalDate day) {
        return settings.isEmpty() || settingsOn(day).contains(setting);
    }
}
