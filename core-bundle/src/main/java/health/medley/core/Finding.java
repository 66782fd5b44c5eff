package health.medley.core;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Say what was checked, what came out, on which facts and by which clause. A decision is a list of findings.
 *
 * @param code machine word for what was checked: a reason code of the domain where there is one
 * @param outcome what came out
 * @param sentence one plain sentence for people, ending in a period
 * @param facts the facts used, by name, in the order of their names
 * @param clause the rule it rests on; empty for what the platform itself guarantees
 * @param change for a "no" or "not more", what would change it, as a sentence; empty otherwise
 */
public record Finding(
        String code,
        Outcome outcome,
        String sentence,
        Map<String, String> facts,
        Optional<Clause> clause,
        Optional<String> change) {

    /** Copy the facts, ordered by name. */
    public Finding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(sentence, "sentence");
        Objects.requireNonNull(clause, "clause");
        Objects.requireNonNull(change, "change");
        // most findings rest on one fact or none, and a determination has dozens of findings
        facts = facts.size() <= 1 ? Map.copyOf(facts) : Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    /** Make a finding that rests on no clause and for which nothing is to change. */
    public static Finding of(String code, Outcome outcome, String sentence) {
        return new Finding(code, outcome, sentence, Map.of(), Optional.empty(), Optional.empty());
    }
}
