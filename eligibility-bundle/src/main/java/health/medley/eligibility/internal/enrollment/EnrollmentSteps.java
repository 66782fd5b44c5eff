package health.medley.eligibility.internal.enrollment;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.ServiceMonth;
import health.medley.core.eligibility.BillingTerms;
import health.medley.core.eligibility.ConsentTaken;
import health.medley.core.eligibility.Ending;
import health.medley.core.eligibility.EnrolledProgram;
import health.medley.core.eligibility.EnrollmentChange;
import health.medley.core.eligibility.EnrollmentState;
import health.medley.core.eligibility.KeptConsent;
import health.medley.core.eligibility.PractitionerChange;
import health.medley.core.practice.InitiatingVisit;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Leads an enrollment from one state to the next, or refuses. */
final class EnrollmentSteps {

    private final EnrolledProgram enrollment;
    private final Today today;

    EnrollmentSteps(EnrolledProgram enrollment, Today today) {
        this.enrollment = enrollment;
        this.today = today;
    }

    EnrolledProgram amend(EnrollmentChange change) {
        Stated.reason(change.reason(), "why an enrollment is changed");
        ServiceMonth from = today.atMostNext(change.from(), "the track");
        List<BillingTerms> terms = TermsChange.track(enrollment.terms(), from, Stated.name(change.track(), "a track"));
        Optional<InitiatingVisit> visit = Stated.visit(change.initiatingVisit(), today);
        return new EnrolledProgram(
                enrollment.id(),
                enrollment.version(),
                enrollment.patient(),
                enrollment.program(),
                enrollment.from(),
                terms,
                enrollment.consents(),
                visit,
                change.riskDocumented(),
                enrollment.revoked(),
                enrollment.ended());
    }

    EnrolledProgram renewConsent(ConsentTaken taken) {
        expect(
                "record a consent",
                "a patient who was disenrolled is enrolled anew",
                EnrollmentState.ACTIVE,
                EnrollmentState.REVOKED);
        ServiceMonth month = new ServiceMonth(YearMonth.from(taken.date()));
        KeptConsent consent = Stated.consent(taken, enrollment.terms(month).practitionerNpi(), today);
        Optional<Ending> revoked = enrollment.revoked();
        if (revoked.isPresent()) {
            LocalDate day = revoked.get().day();
            if (consent.date().isAfter(YearMonth.from(day).atEndOfMonth())) {
                throw refused(
                        "record a consent of " + consent.date(),
                        "the revocation of " + day + " is effective since that month's end; enroll the patient anew");
            }
            revoked = consent.date().isBefore(day) ? revoked : Optional.empty();
        }
        return with(enrollment, enrollment.terms(), consents(consent), revoked);
    }

    private List<KeptConsent> consents(KeptConsent added) {
        List<KeptConsent> consents = new ArrayList<>(enrollment.consents());
        consents.add(added);
        return consents;
    }

    EnrolledProgram revoke(LocalDate day, String reason) {
        expect("revoke the consent", "nothing is left to revoke", EnrollmentState.ACTIVE);
        LocalDate given = enrollment.consents().stream()
                .map(KeptConsent::date)
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> refused("revoke the consent", "there is none; disenroll the patient instead"));
        today.notToCome(day, "a revocation");
        if (day.isBefore(given)) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Recording a revocation on " + day + ": the consent was given on " + given
                            + "; expected that day or a later one");
        }
        Ending ending = new Ending(day, Stated.words(reason, "why a consent is revoked"), today.now());
        return with(enrollment, Optional.of(ending), enrollment.ended());
    }

    EnrolledProgram changePractitioner(PractitionerChange change) {
        expect("change the practitioner", "enroll the patient anew with the new one", EnrollmentState.ACTIVE);
        Stated.reason(change.reason(), "why the practitioner changes");
        String npi = Stated.npi(change.practitionerNpi());
        String role = Stated.name(change.practitionerRole(), "a practitioner's role");
        ServiceMonth from = today.atMostNext(change.from(), "the practitioner");
        BillingTerms now = enrollment.terms(from);
        if (now.practitionerNpi().equals(npi) && now.practitionerRole().equals(role)) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Changing the practitioner from " + from + " on: it is this one already; nothing is to change");
        }
        List<KeptConsent> consents = change.consent()
                .map(taken -> consents(Stated.consent(taken, npi, today)))
                .orElse(enrollment.consents());
        return with(
                enrollment,
                TermsChange.practitioner(enrollment.terms(), from, npi, role),
                consents,
                enrollment.revoked());
    }

    EnrolledProgram disenroll(LocalDate day, String reason) {
        expect("disenroll", "that has been done", EnrollmentState.ACTIVE, EnrollmentState.REVOKED);
        String why = Stated.reason(reason, "why a patient is disenrolled");
        today.notToCome(day, "a disenrollment");
        if (day.isBefore(enrollment.from())) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Recording a disenrollment on " + day + ": the enrollment begins on " + enrollment.from()
                            + "; expected that day or a later one");
        }
        return with(enrollment, enrollment.revoked(), Optional.of(new Ending(day, why, today.now())));
    }

    private void expect(String action, String otherwise, EnrollmentState... states) {
        if (!Set.of(states).contains(enrollment.state())) {
            throw refused(action, otherwise);
        }
    }

    private MedleyException refused(String action, String otherwise) {
        return new MedleyException(
                ErrorCode.STATE_INVALID,
                "Asked to " + action + " of an enrollment in " + enrollment.program() + " that is " + enrollment.state()
                        + ": " + otherwise);
    }

    private static EnrolledProgram with(
            EnrolledProgram old, List<BillingTerms> terms, List<KeptConsent> consents, Optional<Ending> revoked) {
        return new EnrolledProgram(
                old.id(),
                old.version(),
                old.patient(),
                old.program(),
                old.from(),
                terms,
                consents,
                old.initiatingVisit(),
                old.riskDocumented(),
                revoked,
                old.ended());
    }

    static EnrolledProgram with(EnrolledProgram old, Optional<Ending> revoked, Optional<Ending> ended) {
        return new EnrolledProgram(
                old.id(),
                old.version(),
                old.patient(),
                old.program(),
                old.from(),
                old.terms(),
                old.consents(),
                old.initiatingVisit(),
                old.riskDocumented(),
                revoked,
                ended);
    }
}
