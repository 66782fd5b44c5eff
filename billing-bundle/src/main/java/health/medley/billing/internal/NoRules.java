package health.medley.billing.internal;

import health.medley.billing.internal.facts.CanonicalFacts;
import health.medley.core.CareTime;
import health.medley.core.Finding;
import health.medley.core.Money;
import health.medley.core.Outcome;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.Determination;
import health.medley.core.billing.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answer for a month that no installed rules know. */
final class NoRules {
    private static final String REASON = "NO_RULES";

    private NoRules() {}

    /** Why there are none. */
    static String why(String program, ServiceMonth month, String setting, String track) {
        return "No installed rules know the program " + program + " in " + month + " for a practice paid as " + setting
                + " and the track " + track + ".";
    }

    static Determination answer(String subject, ServiceMonth month, String program, String why) {
        return new Determination(
                subject,
                month,
                program,
                Status.UNKNOWN,
                List.of(),
                Money.ZERO,
                REASON,
                CareTime.NONE,
                CareTime.NONE,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                CanonicalFacts.sha256(Map.of()),
                List.of(Finding.of(REASON, Outcome.FAILED, why)));
    }
}
