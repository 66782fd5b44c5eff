package health.medley.eligibility.internal;

import health.medley.core.ServiceMonth;
import health.medley.core.eligibility.VisitStanding;
import health.medley.core.practice.CarePlanState;
import health.medley.core.practice.Consent;
import health.medley.core.practice.Enrollment;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Say what an enrollment still lacks before the month can be billed, in the order in which a practice sees to it. */
final class MissingItems {
    private static final String NO_CONSENT = "NO_CONSENT";
    private static final String CONSENT_REVOKED = "CONSENT_REVOKED";
    static final String CONSENT_INCOMPLETE = "CONSENT_INCOMPLETE";
    static final String CONSENT_OTHER_PRACTITIONER = "CONSENT_OTHER_PRACTITIONER";
    private static final String NO_INITIATING_VISIT = "NO_INITIATING_VISIT";
    private static final String NO_CARE_PLAN = "NO_CARE_PLAN";
    private static final String CARE_PLAN_COPY_MISSING = "CARE_PLAN_COPY_MISSING";
    private static final String RISK_NOT_DOCUMENTED = "RISK_NOT_DOCUMENTED";

    private MissingItems() {}

    /** What a patient who is not enrolled lacks: all that an enrollment brings. */
    static List<String> withoutEnrollment() {
        return List.of(NO_CONSENT, NO_INITIATING_VISIT, NO_CARE_PLAN, RISK_NOT_DOCUMENTED);
    }

    /** What an enrolled patient lacks in a month. */
    static List<String> of(Enrollment enrollment, ServiceMonth month, VisitStanding visit, Set<String> consentItems) {
        List<String> missing = new ArrayList<>();
        consent(enrollment.consent(), month, consentItems).ifPresent(missing::add);
        reasonFor(visit).ifPresent(missing::add);
        carePlan(enrollment.carePlan(), month).ifPresent(missing::add);
        if (!enrollment.riskDocumented()) {
            missing.add(RISK_NOT_DOCUMENTED);
        }
        return missing;
    }

    private static Optional<String> consent(Consent consent, ServiceMonth month, Set<String> items) {
        if (consent.date().filter(day -> !day.isAfter(month.lastDay())).isEmpty()) {
            return Optional.of(NO_CONSENT);
        }
        // a revocation takes effect at the end of its month
        if (consent.revoked()
                .filter(day -> YearMonth.from(day).isBefore(month.value()))
                .isPresent()) {
            return Optional.of(CONSENT_REVOKED);
        }
        if (consent.otherPractitioner().isPresent()) {
            return Optional.of(CONSENT_OTHER_PRACTITIONER);
        }
        return consent.items().containsAll(items) ? Optional.empty() : Optional.of(CONSENT_INCOMPLETE);
    }

    private static Optional<String> carePlan(CarePlanState plan, ServiceMonth month) {
        if (plan.date().filter(day -> !day.isAfter(month.lastDay())).isEmpty()) {
            return Optional.of(NO_CARE_PLAN);
        }
        return plan.copyGiven() ? Optional.empty() : Optional.of(CARE_PLAN_COPY_MISSING);
    }

    /** The reason code for a visit that does not count; empty for one that does. */
    static Optional<String> reasonFor(VisitStanding visit) {
        return switch (visit) {
            case STATED, SEEN_IN_CHART -> Optional.empty();
            case WRONG_TYPE -> Optional.of("INITIATING_VISIT_TYPE");
            case OTHER_PRACTITIONER -> Optional.of("INITIATING_VISIT_OTHER_PRACTITIONER");
            case NONE -> Optional.of(NO_INITIATING_VISIT);
        };
    }
}
