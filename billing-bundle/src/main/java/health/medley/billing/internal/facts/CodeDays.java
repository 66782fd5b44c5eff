package health.medley.billing.internal.facts;

import health.medley.billing.internal.reading.CsvTable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Know on which days codes exist that came or went since 2020: asked about codes that a rule set does not know itself.
 * Immutable.
 */
final class CodeDays {
    private static final CodeDays PLATFORM = new CodeDays();

    private final Map<String, Days> days = new HashMap<>();

    private record Days(LocalDate first, LocalDate last) {}

    private CodeDays() {
        for (CsvTable.Row row : CsvTable.ofBundle("code-days.csv").rows()) {
            days.put(
                    row.text("code"),
                    new Days(
                            FactText.day(row.text("from")).orElse(LocalDate.MIN),
                            FactText.day(row.text("to")).orElse(LocalDate.MAX)));
        }
    }

    /** What the platform's table says. */
    static CodeDays platform() {
        return PLATFORM;
    }

    /** Whether a code exists on a day; a code the table does not list has always been there. */
    boolean exists(String code, LocalDate day) {
        Days known = days.get(code);
        return known == null || !day.isBefore(known.first()) && !day.isAfter(known.last());
    }
}
