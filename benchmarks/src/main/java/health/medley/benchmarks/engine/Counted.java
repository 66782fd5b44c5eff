package health.medley.benchmarks.engine;

import health.medley.benchmarks.workload.CodeTables;
import health.medley.benchmarks.workload.PatientRow;
import health.medley.benchmarks.workload.TimeEntry;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Hold a row with the counting done: what remains is deciding.
 *
 * @param id number of the row
 * @param year year of the service month
 * @param chronic distinct chronic codes
 * @param staff staff minutes that count
 * @param practitioner practitioner minutes that count
 * @param decisionMaking complexity of medical decision making, 0 to 3
 * @param consentOk whether consent is active and given by the month's end
 * @param planOk whether there is a care plan not older than a year at the month's end
 * @param planInMonth whether the care plan was made in the month
 * @param excluded whether a code on a claim excludes every code of the workload
 */
public record Counted(
        int id,
        int year,
        int chronic,
        int staff,
        int practitioner,
        int decisionMaking,
        boolean consentOk,
        boolean planOk,
        boolean planInMonth,
        boolean excluded) {

    private static final Set<String> CHRONIC = new HashSet<>(CodeTables.CHRONIC);
    private static final Set<String> EXCLUDING_2024 = CodeTables.excluding(2024);
    private static final Set<String> EXCLUDING_2025 = CodeTables.excluding(2025);

    /** Count what a row holds. */
    public static Counted of(PatientRow row) {
        Set<String> excluding = row.year() == 2024 ? EXCLUDING_2024 : EXCLUDING_2025;
        return new Counted(
                row.id(),
                row.year(),
                (int) Arrays.stream(row.conditions())
                        .filter(CHRONIC::contains)
                        .distinct()
                        .count(),
                minutes(row, row.staff()),
                minutes(row, row.practitioner()),
                row.decisionMaking(),
                row.consent() == 1 && row.consentDay() <= row.monthEnd(),
                row.carePlanDay() > 0
                        && row.carePlanDay() <= row.monthEnd()
                        && row.carePlanDay() >= row.monthEnd() - 365,
                row.carePlanDay() >= row.monthStart() && row.carePlanDay() <= row.monthEnd(),
                Arrays.stream(row.otherCodes()).anyMatch(excluding::contains));
    }

    private static int minutes(PatientRow row, TimeEntry[] entries) {
        int minutes = 0;
        for (TimeEntry entry : entries) {
            boolean inMonth = entry.day() >= row.monthStart() && entry.day() <= row.monthEnd();
            if (inMonth && !entry.role().equals("ADMIN")) {
                minutes += entry.minutes();
            }
        }
        return minutes;
    }
}
