package health.medley.chartfhir.internal;

import health.medley.core.chart.ChartAllergy;
import health.medley.core.chart.ChartCode;
import health.medley.core.chart.ChartCondition;
import health.medley.core.chart.ChartCoverage;
import health.medley.core.chart.ChartMedication;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the facts of a chart of the fields of a resource. */
final class ResourceFacts {

    private static final String IN_ERROR = "entered-in-error";
    private static final Set<String> NEVER_TOOK_PLACE = Set.of(IN_ERROR, "cancelled");

    private final CodePool codes;

    ResourceFacts(CodePool codes) {
        this.codes = codes;
    }

    ChartCondition condition(ResourceFields fields) {
        Optional<LocalDate> began = fields.onset.isPresent() ? fields.onset : fields.recorded;
        return new ChartCondition(codes.list(fields.codes), began, fields.abated, fields.refuted);
    }

    ChartCoverage coverage(ResourceFields fields) {
        return new ChartCoverage(text(fields.status), codes.list(fields.types), fields.start, fields.end);
    }

    /** Whether an encounter took place on a known day. */
    static boolean tookPlace(ResourceFields fields) {
        return fields.start.isPresent() && !NEVER_TOOK_PLACE.contains(text(fields.status));
    }

    /** Whether a resource is to be taken for one that never was. */
    static boolean inError(ResourceFields fields) {
        return fields.refuted || text(fields.status).equals(IN_ERROR);
    }

    ChartMedication medication(ResourceFields fields) {
        Optional<LocalDate> day = fields.authored.or(() -> fields.effective).or(() -> fields.asserted);
        return new ChartMedication(
                fields.id(),
                codes.list(fields.codes),
                text(fields.name),
                text(fields.status),
                day,
                text(fields.dosage));
    }

    ChartAllergy allergy(ResourceFields fields) {
        Optional<LocalDate> day = fields.onset.isPresent() ? fields.onset : fields.recorded;
        return new ChartAllergy(
                fields.id(),
                codes.list(fields.codes),
                text(fields.name),
                first(fields.clinical),
                text(fields.criticality),
                day);
    }

    private static String first(List<ChartCode> codings) {
        return codings.isEmpty() ? "" : codings.get(0).code();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
