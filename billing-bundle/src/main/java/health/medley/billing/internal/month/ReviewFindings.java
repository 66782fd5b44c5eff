package health.medley.billing.internal.month;

import health.medley.core.PatientRef;
import health.medley.core.billing.MonthReview;
import health.medley.core.billing.ReviewCheck;
import health.medley.core.billing.ReviewFinding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Gathers what a review finds: counts all of it, lists so much of each check as people can look at. */
final class ReviewFindings {
    private final Map<ReviewCheck, Integer> counts = new EnumMap<>(ReviewCheck.class);
    private final Map<ReviewCheck, List<ReviewFinding>> found = new EnumMap<>(ReviewCheck.class);

    void add(ReviewCheck check, String sentence, List<PatientRef> patients, List<String> records, String remedy) {
        if (counts.merge(check, 1, Integer::sum) <= MonthReview.MOST_OF_A_CHECK) {
            found.computeIfAbsent(check, added -> new ArrayList<>())
                    .add(new ReviewFinding(check, sentence, patients, records, remedy));
        }
    }

    Map<ReviewCheck, Integer> counts() {
        return counts;
    }

    /** What was found, in the order of the checks. */
    List<ReviewFinding> all() {
        return found.values().stream().flatMap(List::stream).toList();
    }
}
