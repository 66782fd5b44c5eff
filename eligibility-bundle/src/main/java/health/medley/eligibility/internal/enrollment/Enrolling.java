package health.medley.eligibility.internal.enrollment;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.eligibility.BillingTerms;
import health.medley.core.eligibility.Ending;
import health.medley.core.eligibility.EnrolledProgram;
import health.medley.core.eligibility.EnrollmentRequest;
import health.medley.core.eligibility.EnrollmentState;
import health.medley.core.eligibility.KeptConsent;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a new enrollment beside the patient's former ones in the program. Two may not overlap; one whose consent was
 * revoked ends where the new one begins.
 */
final class Enrolling {

    private final PatientRef patient;
    private final EnrollmentRequest request;
    private final Today today;
    private final Optional<KeptConsent> consent;
    private final LocalDate from;

    Enrolling(PatientRef patient, EnrollmentRequest request, Today today) {
        this.patient = patient;
        this.request = request;
        this.today = today;
        String npi = Stated.npi(request.practitionerNpi());
        Stated.program(request.program());
        consent = request.consent().map(taken -> Stated.consent(taken, npi, today));
        from = today.notToCome(
                request.from().or(() -> consent.map(KeptConsent::date)).orElse(today.day()), "an enrollment");
    }

    /** The months whose rules may know the program: that in which the enrollment begins, and this one. */
    Set<ServiceMonth> months() {
        return Stream.of(from, today.day())
                .map(day -> new ServiceMonth(YearMonth.from(day)))
                .collect(Collectors.toSet());
    }

    /** The new enrollment. */
    EnrolledProgram enrollment(int formerOnes) {
        BillingTerms terms = new BillingTerms(
                new ServiceMonth(YearMonth.from(from)),
                request.practitionerNpi(),
                Stated.name(request.practitionerRole(), "a practitioner's role"),
                Stated.name(request.track(), "a track"));
        return new EnrolledProgram(
                patient.value() + "." + request.program() + "." + (formerOnes + 1),
                0,
                patient,
                request.program(),
                from,
                List.of(terms),
                consent.map(List::of).orElse(List.of()),
                Stated.visit(request.initiatingVisit(), today),
                request.riskDocumented(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * The former enrollments that this one ends.
     *
     * @throws MedleyException {@code ENROLLMENT_OVERLAPPING} if one does not allow it
     */
    List<EnrolledProgram> ended(List<EnrolledProgram> former) {
        List<EnrolledProgram> ended = new ArrayList<>();
        for (EnrolledProgram one : former) {
            check(one);
            if (one.state() == EnrollmentState.REVOKED) {
                ended.add(end(one));
            }
        }
        return ended;
    }

    private void check(EnrolledProgram former) {
        if (former.state() == EnrollmentState.ACTIVE) {
            throw overlapping(
                    "the patient is enrolled since " + former.from(), "Change that enrollment, or disenroll first.");
        }
        Optional<LocalDate> revoked = former.revoked().map(Ending::day);
        LocalDate free =
                revoked.orElseGet(() -> former.ended().orElseThrow().day().plusDays(1));
        if (begin().isBefore(free)) {
            throw overlapping(
                    "a former enrollment reaches to " + free, "Begin on that day or later, with a consent of its own.");
        }
    }

    /** The day before which nothing of this enrollment counts. */
    private LocalDate begin() {
        LocalDate given = consent.map(KeptConsent::date).orElse(from);
        return given.isBefore(from) ? given : from;
    }

    private MedleyException overlapping(String problem, String remedy) {
        return new MedleyException(
                ErrorCode.ENROLLMENT_OVERLAPPING,
                "Enrolling a patient in " + request.program() + " from " + from + ": " + problem + ". " + remedy);
    }

    private EnrolledProgram end(EnrolledProgram former) {
        LocalDate revoked = former.revoked().orElseThrow().day();
        LocalDate monthEnd = YearMonth.from(revoked).atEndOfMonth();
        LocalDate before = YearMonth.from(from).minusMonths(1).atEndOfMonth();
        LocalDate last = monthEnd.isAfter(before) ? monthEnd : before;
        return EnrollmentSteps.with(
                former, former.revoked(), Optional.of(new Ending(last, "enrolled anew", today.now())));
    }
}
