package health.medley.billing.internal.month;

import health.medley.billing.internal.facts.FactText;
import health.medley.core.ServiceMonth;
import health.medley.core.chart.PatientChart;
import health.medley.core.practice.MonthStatement;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says as of which day a patient's care plan is read: the day stated as date of service, else the last of month or
 * life. */
final class ServiceDate {
    private ServiceDate() {}

    static LocalDate of(ServiceMonth month, Optional<PatientChart> chart, MonthStatement statement) {
        return stated(statement.extraFacts().get("dos"))
                .filter(month::contains)
                .or(() -> stated(statement.patientEvents().get("death"))
                        .or(() -> chart.flatMap(PatientChart::deathDate))
                        .filter(month::contains))
                .orElse(month.lastDay());
    }

    private static Optional<LocalDate> stated(@Nullable String text) {
        return text == null ? Optional.empty() : FactText.day(text);
    }
}
