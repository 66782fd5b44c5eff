package health.medley.benchmarks.engine;

import health.medley.benchmarks.workload.Answer;
import health.medley.benchmarks.workload.CodeTables;
import health.medley.benchmarks.workload.PatientRow;
import health.medley.benchmarks.workload.Rates;
import health.medley.benchmarks.workload.TimeEntry;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The floor: the rules of the workload written by hand in plain Java over the same row objects, with hash sets of codes.
 * No rule can be changed without compiling it, and it explains nothing.
 */
public final class HandWritten implements Contestant {

    private final Set<String> chronic = new HashSet<>(CodeTables.CHRONIC);
    private final Set<String> excluding2024 = new HashSet<>(CodeTables.excluding(2024));
    private final Set<String> excluding2025 = new HashSet<>(CodeTables.excluding(2025));

    @Override
    public Entrant entrant() {
        return Entrant.HAND_WRITTEN;
    }

    @Override
    public long decideAll(PatientRow[] rows, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum = Answer.add(sum, i, decide(rows[i]));
        }
        return sum;
    }

    @Override
    public int decide(PatientRow row) {
        if (!eligible(row)) {
            return Answer.of(false, Answer.NONE, 0);
        }
        Set<String> excluding = row.year() == 2024 ? excluding2024 : excluding2025;
        for (String code : row.otherCodes()) {
            if (excluding.contains(code)) {
                return Answer.of(true, Answer.NONE, 0);
            }
        }
        return highestPaid(row, staffMinutes(row), practitionerMinutes(row));
    }

    private boolean eligible(PatientRow row) {
        return row.consent() == 1
                && row.consentDay() <= row.monthEnd()
                && row.carePlanDay() > 0
                && row.carePlanDay() <= row.monthEnd()
                && row.carePlanDay() >= row.monthEnd() - 365
                && hasTwoChronic(row.conditions());
    }

    private boolean hasTwoChronic(String[] conditions) {
        @Nullable String first = null;
        for (String code : conditions) {
            if (chronic.contains(code)) {
                if (first == null) {
                    first = code;
                } else if (!first.equals(code)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int staffMinutes(PatientRow row) {
        int minutes = 0;
        for (TimeEntry entry : row.staff()) {
            if (entry.day() >= row.monthStart()
                    && entry.day() <= row.monthEnd()
                    && !entry.role().equals("ADMIN")) {
                minutes += entry.minutes();
            }
        }
        return minutes;
    }

    private static int practitionerMinutes(PatientRow row) {
        int minutes = 0;
        for (TimeEntry entry : row.practitioner()) {
            if (entry.day() >= row.monthStart() && entry.day() <= row.monthEnd()) {
                minutes += entry.minutes();
            }
        }
        return minutes;
    }

    private static int highestPaid(PatientRow row, int staff, int practitioner) {
        Rates rates = Rates.of(row.year());
        int paid = 0;
        int family = Answer.NONE;
        int units = 0;
        if (staff >= 20) {
            units = Math.min(2, (staff - 20) / 20);
            paid = rates.staff() + units * rates.staffMore();
            family = Answer.STAFF;
        }
        if (staff >= 60 && row.decisionMaking() >= 2 && row.carePlanDay() >= row.monthStart()) {
            int more = (staff - 60) / 30;
            int pays = rates.complex() + more * rates.complexMore();
            if (pays > paid) {
                paid = pays;
                family = Answer.COMPLEX;
                units = more;
            }
        }
        if (practitioner >= 30) {
            int more = (practitioner - 30) / 30;
            if (rates.practitioner() + more * rates.practitionerMore() > paid) {
                family = Answer.PRACTITIONER;
                units = more;
            }
        }
        return Answer.of(true, family, units);
    }
}
