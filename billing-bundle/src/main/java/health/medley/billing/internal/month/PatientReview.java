package health.medley.billing.internal.month;

import health.medley.billing.internal.kernel.Kernel;
import health.medley.core.Outcome;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.CodeLine;
import health.medley.core.billing.Determination;
import health.medley.core.billing.PatientMonth;
import health.medley.core.billing.ReviewCheck;
import health.medley.core.careplan.PlanInForce;
import health.medley.core.eligibility.EnrolledProgram;
import health.medley.core.eligibility.KeptConsent;
import health.medley.core.practice.OtherCode;
import health.medley.core.time.KeptTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks at one patient's month after another. */
final class PatientReview {
    /** Programs of which one practitioner furnishes one in a month. */
    private static final Set<String> EXCLUSIVE = Set.of("ccm", "pcm", "apcm");

    private static final Set<String> OTHER_PRACTITIONER =
            Set.of("ONE_PRACTITIONER_PER_MONTH", "ADDON_OTHER_PRACTITIONER", "APCM_CCM_OTHER_PRACTICE");
    private static final String DUPLICATE = "DUPLICATE";

    private final ZoneId zone;
    private final ServiceMonth month;
    private final ReviewFindings findings;

    PatientReview(ZoneId zone, ServiceMonth month, ReviewFindings findings) {
        this.zone = zone;
        this.month = month;
        this.findings = findings;
    }

    void look(RecordedMonth recorded, DecidedMonth decided) {
        duplicate(recorded, decided);
        practitioners(recorded, decided);
        programs(recorded, decided);
        recorded.enrolled().forEach(enrolled -> consent(enrolled, recorded.time()));
        recorded.plans().stream().filter(PlanInForce::backdated).forEach(this::plan);
        decided.programs().stream()
                .map(DecidedMonth.Program::determination)
                .filter(found -> found.reason().equals(MonthDeciding.UNDECIDED))
                .forEach(found -> findings.add(
                        ReviewCheck.UNDECIDED,
                        found.findings().get(0).sentence(),
                        List.of(recorded.patient()),
                        ids(recorded.enrolled()),
                        "Mend what the sentence names, then compute the patient's month again."));
    }

    private static List<String> ids(List<EnrolledProgram> enrolled) {
        return enrolled.stream().map(EnrolledProgram::id).toList();
    }

    private void duplicate(RecordedMonth recorded, DecidedMonth decided) {
        Set<String> ours = recorded.question().stream()
                .flatMap(question -> question.statement().otherCodes().stream().filter(code -> us(code, question)))
                .map(OtherCode::code)
                .collect(Collectors.toSet());
        for (DecidedMonth.Program program : decided.programs()) {
            Determination found = program.determination();
            String twice = found.codes().stream()
                    .map(CodeLine::code)
                    .filter(ours::contains)
                    .collect(Collectors.joining(", "));
            if (!twice.isEmpty() || failed(found, Set.of(DUPLICATE))) {
                findings.add(
                        ReviewCheck.DUPLICATE_MONTH,
                        "The month's " + (twice.isEmpty() ? found.program() : twice)
                                + " is stated to be on a claim already.",
                        List.of(recorded.patient()),
                        List.of(MonthRecords.id(month, recorded.patient())),
                        "See whether the other claim went; if it did not, take the code out of the month's statement.");
            }
        }
        Set<String> programs = new TreeSet<>();
        List<EnrolledProgram> again = recorded.enrolled().stream()
                .filter(enrolled -> !programs.add(enrolled.program()))
                .toList();
        if (!again.isEmpty()) {
            findings.add(
                    ReviewCheck.DUPLICATE_MONTH,
                    "The patient is enrolled twice in " + again.get(0).program() + " in this month; it is billed once.",
                    List.of(recorded.patient()),
                    ids(recorded.enrolled()),
                    "End the enrollment that does not stand.");
        }
    }

    private static boolean us(OtherCode code, PatientMonth question) {
        return code.practitioner().equals(OtherCode.US)
                || question.enrollments().stream()
                        .anyMatch(enrollment -> enrollment.practitionerNpi().equals(code.practitioner()));
    }

    private static boolean failed(Determination found, Set<String> codes) {
        return found.findings().stream()
                .anyMatch(finding -> finding.outcome() == Outcome.FAILED && codes.contains(finding.code()));
    }

    private void practitioners(RecordedMonth recorded, DecidedMonth decided) {
        Set<String> billing = recorded.enrolled().stream()
                .filter(enrolled -> EXCLUSIVE.contains(enrolled.program()))
                .map(enrolled -> enrolled.terms(month).practitionerNpi())
                .collect(Collectors.toCollection(TreeSet::new));
        boolean elsewhere =
                decided.programs().stream().anyMatch(program -> failed(program.determination(), OTHER_PRACTITIONER));
        if (billing.size() > 1 || elsewhere) {
            findings.add(
                    ReviewCheck.TWO_PRACTITIONERS,
                    billing.size() > 1
                            ? "Care management of one patient is to be billed by " + String.join(" and ", billing)
                                    + "; only one may."
                            : "Another practitioner bills the patient's care management for the month.",
                    List.of(recorded.patient()),
                    ids(recorded.enrolled()),
                    "Ask the patient whom the consent names, and end the other's enrollment.");
        }
    }

    private void programs(RecordedMonth recorded, DecidedMonth decided) {
        Set<String> exclusive = recorded.enrolled().stream()
                .map(EnrolledProgram::program)
                .filter(EXCLUSIVE::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> lost = decided.programs().stream()
                .map(DecidedMonth.Program::determination)
                .filter(found -> found.facts().containsKey(Kernel.OUTSIDE_THE_SET))
                .map(Determination::program)
                .toList();
        if (exclusive.size() > 1 || !lost.isEmpty()) {
            findings.add(
                    ReviewCheck.OVERLAPPING_PROGRAMS,
                    lost.isEmpty()
                            ? "The patient is enrolled in " + String.join(" and ", exclusive)
                                    + ", of which a month is billed by one."
                            : "The month of " + String.join(" and ", lost) + " cannot be billed beside the patient's"
                                    + " other program.",
                    List.of(recorded.patient()),
                    ids(recorded.enrolled()),
                    "Keep the program the patient consented to last and is served by; end the other.");
        }
    }

    /** A consent recorded later than it was given, after time that counts because of it. */
    private void consent(EnrolledProgram enrolled, List<KeptTime> time) {
        Optional<KeptConsent> consent = enrolled.consent(month).filter(given -> given.backdated(zone));
        if (consent.isEmpty()) {
            return;
        }
        List<String> before = new ArrayList<>();
        for (KeptTime entry : time) {
            boolean counts = entry.program().equals(enrolled.program())
                    && !entry.start()
                            .atZoneSameInstant(zone)
                            .toLocalDate()
                            .isBefore(consent.get().date());
            if (counts && entry.start().toInstant().isBefore(consent.get().recordedAt())) {
                before.add(entry.id());
            }
        }
        if (!before.isEmpty()) {
            before.add(0, enrolled.id());
            findings.add(
                    ReviewCheck.BACKDATED_CONSENT,
                    "The consent to " + enrolled.program() + " of "
                            + consent.get().date() + " was recorded on "
                            + consent.get().recordedAt().atZone(zone).toLocalDate()
                            + ", after time that counts because of it.",
                    List.of(enrolled.patient()),
                    before,
                    "Keep what shows that the consent was given that day; without it, renew the consent and leave the"
                            + " time before it uncounted.");
        }
    }

    private void plan(PlanInForce plan) {
        findings.add(
                ReviewCheck.BACKDATED_PLAN,
                "The care plan in force from " + plan.from() + " was approved in the record on a later day.",
                List.of(plan.patient()),
                List.of(plan.plan()),
                "Keep what shows that the plan was there that day, or let the month's service follow the approval.");
    }
}
