package health.medley.eligibility.internal;

import health.medley.core.ServiceMonth;
import health.medley.core.chart.ChartCondition;
import health.medley.core.eligibility.Disease;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Count the chronic diseases of a problem list in a month: diseases, not codes. */
final class DiseaseCount {
    private final ServiceMonth month;
    private final ChronicJudge judge;

    DiseaseCount(ServiceMonth month, ChronicJudge judge) {
        this.month = month;
        this.judge = judge;
    }

    /** The diseases with their evidence, in the order of their keys. */
    List<Disease> of(List<ChartCondition> conditions) {
        SameDisease same = new SameDisease();
        List<Evidence> evidence = new ArrayList<>();
        for (ChartCondition condition : conditions) {
            if (stands(condition, month)) {
                List<ChronicCode> codes = judge.chronicCodes(condition);
                same.together(codes);
                codes.forEach(code -> evidence.add(new Evidence(code, condition.began())));
            }
        }
        Map<String, List<Evidence>> byDisease = new TreeMap<>();
        for (Evidence item : evidence) {
            byDisease
                    .computeIfAbsent(same.diseaseOf(item.code()), key -> new ArrayList<>())
                    .add(item);
        }
        List<Disease> diseases = new ArrayList<>(byDisease.size());
        byDisease.forEach((key, items) -> diseases.add(disease(key, items)));
        return diseases;
    }

    /** Whether a condition stood on any day of the month; one without a day of onset always had begun. */
    static boolean stands(ChartCondition condition, ServiceMonth month) {
        boolean began =
                condition.began().map(day -> !day.isAfter(month.lastDay())).orElse(true);
        boolean abated =
                condition.abated().map(day -> day.isBefore(month.firstDay())).orElse(false);
        return began && !abated && !condition.refuted();
    }

    private static Disease disease(String key, List<Evidence> items) {
        TreeSet<String> codes = new TreeSet<>();
        String name = key;
        Optional<LocalDate> since = Optional.empty();
        for (Evidence item : items) {
            codes.add(item.code().key());
            if (item.code().key().equals(key)) {
                name = item.code().name();
            }
            if (item.began().isPresent()
                    && (since.isEmpty() || item.began().get().isBefore(since.get()))) {
                since = item.began();
            }
        }
        return new Disease(key, name, List.copyOf(codes), since);
    }

    /** One code found, and when the condition it codes began. */
    private record Evidence(ChronicCode code, Optional<LocalDate> began) {}
}
