package health.medley.core.billing;

import health.medley.core.ServiceMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Say what a month would be and what somebody should look at first.
 *
 * @param month the month
 * @param patients patients enrolled in it
 * @param totals what closing it now would come to
 * @param found how often each check found something
 * @param findings what was found, in the order of the checks; at most {@value #MOST_OF_A_CHECK} of a check
 */
public record MonthReview(
        ServiceMonth month,
        int patients,
        MonthTotals totals,
        Map<ReviewCheck, Integer> found,
        List<ReviewFinding> findings) {

    /** How many findings of one check are listed. */
    public static final int MOST_OF_A_CHECK = 200;

    /** Copy the collections. */
    public MonthReview {
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(totals, "totals");
        found = Collections.unmodifiableMap(new TreeMap<>(found));
        findings = List.copyOf(findings);
    }
}
