package health.medley.billing.internal;

import health.medley.core.time.CountedInterval;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hold one enrollment of a patient's month, or one case, before the lawful set is found. The facts are completed by what
 * the set says.
 *
 * @param evaluation the rules that judge it
 * @param program the program enrolled in
 * @param practitioner who bills
 * @param intervals the counted time; empty where people state it
 * @param facts the facts, by name; changed by {@link MonthSet}
 */
record SetEntry(
        ProgramEvaluation evaluation,
        String program,
        String practitioner,
        List<CountedInterval> intervals,
        Map<String, String> facts) {
    /** Take a copy of the facts that may be completed. */
    SetEntry {
        intervals = List.copyOf(intervals);
        facts = new TreeMap<>(facts);
    }
}
