package health.medley.billing.internal.month;

import health.medley.billing.internal.facts.CanonicalFacts;
import health.medley.core.Caller;
import health.medley.core.CareTime;
import health.medley.core.Finding;
import health.medley.core.Money;
import health.medley.core.Outcome;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.Determination;
import health.medley.core.billing.KeptDetermination;
import health.medley.core.billing.Status;
import health.medley.core.store.RecordDraft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the drafts that freeze what patients' months came to: new determinations, their claims, and where something was
 * kept before, only what is another now.
 */
final class MonthDrafts {
    /** Reason of a determination whose enrollment is no more. */
    static final String NOT_ENROLLED = "NOT_ENROLLED";

    private final MonthRecords records;
    private final Caller caller;
    private final ServiceMonth month;
    private final Instant read;
    private final String reason;
    private final List<RecordDraft> drafts = new ArrayList<>();

    /**
     * Make drafts.
     *
     * @param read before when the facts were read
     * @param reason why what was kept before is changed
     */
    MonthDrafts(MonthRecords records, Caller caller, ServiceMonth month, Instant read, String reason) {
        this.records = records;
        this.caller = caller;
        this.month = month;
        this.read = read;
        this.reason = reason;
    }

    /** What was drafted. */
    List<RecordDraft> all() {
        return drafts;
    }

    void add(DecidedMonth decided, KeptMonth kept) {
        Map<String, KeptDetermination> before = kept.determinations(decided.patient());
        for (DecidedMonth.Program program : decided.programs()) {
            Optional<KeptDetermination> old =
                    Optional.ofNullable(before.get(program.determination().program()));
            if (old.isEmpty() || !same(old.get().determination(), program.determination())) {
                add(decided.patient(), program, old, kept);
            }
        }
        before.forEach((program, old) -> {
            boolean enrolled = decided.programs().stream()
                    .anyMatch(now -> now.determination().program().equals(program));
            if (!enrolled && !old.determination().reason().equals(NOT_ENROLLED)) {
                add(
                        decided.patient(),
                        new DecidedMonth.Program("", notEnrolled(old.determination())),
                        Optional.of(old),
                        kept);
            }
        });
    }

    private void add(
            PatientRef patient, DecidedMonth.Program program, Optional<KeptDetermination> old, KeptMonth kept) {
        Determination now = program.determination();
        KeptDetermination next = new KeptDetermination(
                MonthRecords.id(month, patient, now.program()),
                old.map(KeptDetermination::version).orElse(0L),
                patient,
                read,
                compact(now));
        drafts.add(records.determinations().draft(caller, next, old.isEmpty() ? "" : reason));
        boolean standing =
                old.filter(before -> billsTheSame(before.determination(), now)).isPresent();
        if (!standing) {
            ClaimChange.of(next, program.practitionerNpi(), kept.claims(patient, now.program()), reason)
                    .forEach(claim -> drafts.add(records.claims().draft(caller, claim, claim.reason())));
        }
    }

    /** Findings that name a clause follow from facts and rules and are made again by a replay. */
    static Determination compact(Determination all) {
        List<Finding> findings = all.findings().stream()
                .filter(finding -> finding.clause().isEmpty())
                .toList();
        return new Determination(
                all.patient(),
                all.month(),
                all.program(),
                all.status(),
                all.codes(),
                all.amount(),
                all.reason(),
                all.staff(),
                all.practitioner(),
                all.dateOfService(),
                all.rules(),
                all.facts(),
                all.factsHash(),
                findings);
    }

    /** Whether two determinations rest on the same facts and rules and say the same. */
    static boolean same(Determination one, Determination other) {
        return one.factsHash().equals(other.factsHash())
                && one.rules().equals(other.rules())
                && billsTheSame(one, other);
    }

    private static boolean billsTheSame(Determination one, Determination other) {
        return one.status() == other.status()
                && one.reason().equals(other.reason())
                && one.codes().equals(other.codes())
                && one.amount().equals(other.amount())
                && one.dateOfService().equals(other.dateOfService());
    }

    /** What becomes of a determination whose enrollment is no more: nothing is billed. */
    static Determination notEnrolled(Determination before) {
        Map<String, String> nothing = Map.of();
        return new Determination(
                before.patient(),
                before.month(),
                before.program(),
                Status.NO_BILL,
                List.of(),
                Money.ZERO,
                NOT_ENROLLED,
                CareTime.NONE,
                CareTime.NONE,
                Optional.empty(),
                Optional.empty(),
                nothing,
                CanonicalFacts.sha256(nothing),
                List.of(Finding.of(NOT_ENROLLED, Outcome.FAILED, "The patient is no longer enrolled in this month.")));
    }
}
