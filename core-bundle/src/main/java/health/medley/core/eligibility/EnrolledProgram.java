package health.medley.core.eligibility;

import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.practice.CarePlanState;
import health.medley.core.practice.Consent;
import health.medley.core.practice.Enrollment;
import health.medley.core.practice.InitiatingVisit;
import health.medley.core.store.Recorded;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Hold a patient's enrollment in a program as it is kept: one for each unbroken time of consent.
 *
 * @param id its id; it begins with the patient's reference, so that enrollments in the order of their ids are in the
 *     order of their patients
 * @param version its version
 * @param patient whose
 * @param program the program, for example {@code ccm}
 * @param from local day it begins
 * @param terms who bills and by which family of codes, in the order of their months; one or more
 * @param consents the consents given, in the order they were recorded; none while it is still to be asked for
 * @param initiatingVisit the visit that started the program, as stated; empty if the practice states none
 * @param riskDocumented whether the significant risk the conditions pose is documented
 * @param revoked when the consent was revoked; effective at the end of that month
 * @param ended when the patient was disenrolled; empty if enrolled
 */
public record EnrolledProgram(
        String id,
        long version,
        PatientRef patient,
        String program,
        LocalDate from,
        List<BillingTerms> terms,
        List<KeptConsent> consents,
        Optional<InitiatingVisit> initiatingVisit,
        boolean riskDocumented,
        Optional<Ending> revoked,
        Optional<Ending> ended)
        implements Recorded {

    /** Copy the lists; check that there are terms. */
    public EnrolledProgram {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(from, "from");
        terms = List.copyOf(terms);
        consents = List.copyOf(consents);
        Objects.requireNonNull(initiatingVisit, "initiatingVisit");
        Objects.requireNonNull(revoked, "revoked");
        Objects.requireNonNull(ended, "ended");
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("An enrollment needs terms: who bills, and by which family of codes");
        }
    }

    /** How it stands. */
    public EnrollmentState state() {
        if (ended.isPresent()) {
            return EnrollmentState.ENDED;
        }
        return revoked.isPresent() ? EnrollmentState.REVOKED : EnrollmentState.ACTIVE;
    }

    /**
     * Whether a month is one of this enrollment's: it had begun by the month's end and had not ended before its first
     * day. A revoked one goes on, and its months say why they are not billed, until the patient is disenrolled.
     */
    public boolean covers(ServiceMonth month) {
        return !from.isAfter(month.lastDay())
                && ended.filter(ending -> ending.day().isBefore(month.firstDay()))
                        .isEmpty();
    }

    /** Who bills for a month; the first terms stand for months before them, too. */
    public BillingTerms terms(ServiceMonth month) {
        BillingTerms found = terms.get(0);
        for (BillingTerms next : terms) {
            if (next.from().compareTo(month) <= 0) {
                found = next;
            }
        }
        return found;
    }

    /**
     * The consent a month rests on. Of those that name the month's practitioner: the last one given by the month's
     * first day, else the first one given later; where none names the practitioner, the same of all others. So a
     * renewed consent takes no time away from the month in which it was renewed.
     */
    public Optional<KeptConsent> consent(ServiceMonth month) {
        String npi = terms(month).practitionerNpi();
        Optional<KeptConsent> naming = inForce(
                consents.stream()
                        .filter(consent -> consent.practitionerNpi().equals(npi))
                        .toList(),
                month);
        return naming.filter(consent -> !consent.date().isAfter(month.lastDay()))
                .or(() -> inForce(consents, month));
    }

    private static Optional<KeptConsent> inForce(List<KeptConsent> given, ServiceMonth month) {
        KeptConsent before = null;
        KeptConsent after = null;
        for (KeptConsent next : given) {
            if (!next.date().isAfter(month.firstDay())) {
                before = before == null || !next.date().isBefore(before.date()) ? next : before;
            } else {
                after = after == null || next.date().isBefore(after.date()) ? next : after;
            }
        }
        return Optional.ofNullable(before == null ? after : before);
    }

    /**
     * This enrollment as billing reads it for a month.
     *
     * @param fhirId the patient's id in the EHR
     * @param month the month
     * @param plan how the care plan stands
     */
    public Enrollment enrollment(String fhirId, ServiceMonth month, CarePlanState plan) {
        BillingTerms billing = terms(month);
        Optional<LocalDate> until = revoked.map(Ending::day);
        Consent consent = consent(month)
                .map(kept -> kept.consent(billing.practitionerNpi(), until))
                .orElseGet(() -> new Consent(Optional.empty(), "", Set.of(), until));
        return new Enrollment(
                fhirId,
                program,
                billing.practitionerNpi(),
                billing.practitionerRole(),
                billing.track(),
                consent,
                initiatingVisit,
                plan,
                riskDocumented);
    }
}
