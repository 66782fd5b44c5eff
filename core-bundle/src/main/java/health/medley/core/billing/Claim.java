package health.medley.core.billing;

import health.medley.core.Money;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.store.Recorded;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold a claim as it was drafted: record kind {@code claim}. Of one patient and month there is at most one claim for
 * each program, and for each code, that is not voided and is no void: the store refuses a second.
 *
 * @param id the record's id: month, patient reference, program and a number, joined by full stops
 * @param version the record's version
 * @param patient whose
 * @param month the service month
 * @param program the program
 * @param determination id of the determination it rests on
 * @param determined version of that determination
 * @param kind what it is to the payer
 * @param state how it stands
 * @param lines its lines: code, modifier and units; those of the claim it takes back for a void
 * @param amount units times fee, of all lines
 * @param dateOfService the date on the claim
 * @param practitionerNpi NPI of who renders the service
 * @param about id of the claim that a void takes back or a replacement replaces; empty for an original
 * @param reason why it is held, was decided, voided or replaced; empty otherwise
 */
public record Claim(
        String id,
        long version,
        PatientRef patient,
        ServiceMonth month,
        String program,
        String determination,
        long determined,
        ClaimKind kind,
        ClaimState state,
        List<CodeLine> lines,
        Money amount,
        LocalDate dateOfService,
        String practitionerNpi,
        Optional<String> about,
        String reason)
        implements Recorded {
    /** Copy the lines; check that there are some, and that a claim that is about another names it. */
    public Claim {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(determination, "determination");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(state, "state");
        lines = List.copyOf(lines);
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(dateOfService, "dateOfService");
        Objects.requireNonNull(practitionerNpi, "practitionerNpi");
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(reason, "reason");
        if (lines.isEmpty() || (kind == ClaimKind.ORIGINAL) != about.isEmpty()) {
            throw new IllegalArgumentException(
                    "A claim has a line or more, and names the claim it is about unless it is an original");
        }
    }
}
