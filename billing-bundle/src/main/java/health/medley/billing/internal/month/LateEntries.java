package health.medley.billing.internal.month;

import health.medley.core.billing.ReviewCheck;
import health.medley.core.time.KeptTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers the entries that were recorded long after the work, by who did it. */
final class LateEntries {
    private final Map<String, List<String>> byPerformer = new TreeMap<>();

    void add(KeptTime entry) {
        if (entry.late()) {
            byPerformer
                    .computeIfAbsent(entry.performer(), added -> new ArrayList<>())
                    .add(entry.id());
        }
    }

    void find(ReviewFindings findings) {
        byPerformer.forEach((performer, ids) -> findings.add(
                ReviewCheck.LATE_ENTRIES,
                ids.size() + (ids.size() == 1 ? " entry of " : " entries of ") + performer
                        + " recorded or corrected late.",
                List.of(),
                ids,
                "Keep what shows when the work was done; agree on recording it the same day."));
    }
}
