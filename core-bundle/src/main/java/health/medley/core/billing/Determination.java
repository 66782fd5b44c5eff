package health.medley.core.billing;

import health.medley.core.CareTime;
import health.medley.core.Finding;
import health.medley.core.Money;
import health.medley.core.ServiceMonth;
import health.medley.core.rules.RuleRef;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Say what may be billed for a patient's month, and why. Made of facts and rules alone: the same facts under the same
 * rules give the same determination, byte for byte, on any machine.
 *
 * @param patient the patient's id in the EHR or the id of a case; patient data, never logged
 * @param month the service month
 * @param program the program
 * @param status what becomes of the month
 * @param codes the codes, ours first in the order of base and add-on
 * @param amount units times the fee of the date of service, coinsurance and sequestration not taken off
 * @param reason the first reason that applies, in the order the rules state; {@code OK} if nothing is refused
 * @param staff counted staff time
 * @param practitioner counted practitioner time
 * @param dateOfService the date on the claim; empty if nothing is billed
 * @param rules the rule set that decided; empty for {@link Status#UNKNOWN}
 * @param facts every fact given to the rules, by name; enough to decide again
 * @param factsHash SHA-256 over the canonical JSON (RFC 8785) of {@code facts}, lower-case hex
 * @param findings everything checked, in order, with the clause each rests on
 */
public record Determination(
        String patient,
        ServiceMonth month,
        String program,
        Status status,
        List<CodeLine> codes,
        Money amount,
        String reason,
        CareTime staff,
        CareTime practitioner,
        Optional<LocalDate> dateOfService,
        Optional<RuleRef> rules,
        Map<String, String> facts,
        String factsHash,
        List<Finding> findings) {
    /** Copy the collections; the facts are ordered by name. */
    public Determination {
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(status, "status");
        codes = List.copyOf(codes);
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(staff, "staff");
        Objects.requireNonNull(practitioner, "practitioner");
        Objects.requireNonNull(dateOfService, "dateOfService");
        Objects.requireNonNull(rules, "rules");
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
        Objects.requireNonNull(factsHash, "factsHash");
        findings = List.copyOf(findings);
    }

    /** Sum of the units of {@link #codes}. */
    public int units() {
        return codes.stream().mapToInt(CodeLine::units).sum();
    }
}
