package health.medley.eligibility.internal;

import health.medley.core.chart.ChartCode;
import health.medley.core.chart.ChartCondition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judge codes: the practice's own word first, then the platform's list. */
final class ChronicJudge {
    private final ChronicList list;
    private final Map<String, Boolean> overrides;

    ChronicJudge(ChronicList list, Map<String, Boolean> overrides) {
        this.list = list;
        this.overrides = overrides.isEmpty() ? Map.of() : normal(overrides);
    }

    private static Map<String, Boolean> normal(Map<String, Boolean> overrides) {
        Map<String, Boolean> normal = new HashMap<>();
        overrides.forEach((key, chronic) -> normal.put(normalKey(key), chronic));
        return normal;
    }

    private static String normalKey(String key) {
        for (CodeSystem system : CodeSystem.values()) {
            String start = system.name() + ":";
            if (key.startsWith(start)) {
                return system.key(key.substring(start.length()));
            }
        }
        return key;
    }

    /** The codes of a condition that name a chronic one, in the chart's order, each once. */
    List<ChronicCode> chronicCodes(ChartCondition condition) {
        List<ChronicCode> chronic = new ArrayList<>(condition.codes().size());
        for (ChartCode code : condition.codes()) {
            judge(code).filter(found -> !chronic.contains(found)).ifPresent(chronic::add);
        }
        return chronic;
    }

    private Optional<ChronicCode> judge(ChartCode code) {
        Optional<CodeSystem> system = CodeSystem.of(code);
        if (system.isEmpty()) {
            return Optional.empty();
        }
        String key = system.get().key(code.code());
        Optional<ChronicEntry> listed = list.find(key);
        Boolean ownWord = overrides.get(key);
        boolean chronic =
                ownWord != null ? ownWord : listed.isPresent() && listed.get().chronic();
        if (!chronic) {
            return Optional.empty();
        }
        String category = listed.map(ChronicEntry::category).orElse("");
        // the list's words for a code it does not call chronic say nothing about the disease
        String name =
                listed.filter(ChronicEntry::chronic).map(ChronicEntry::name).orElse("");
        return Optional.of(new ChronicCode(key, category, name.isEmpty() ? key : name));
    }
}
