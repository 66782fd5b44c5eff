package health.medley.chartfhir.internal;

import health.medley.core.chart.ChartCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives one object for equal codes and for equal lists of them. Not for concurrent use. */
final class CodePool {

    private final Map<ChartCode, ChartCode> codes = new HashMap<>();
    private final Map<List<ChartCode>, List<ChartCode>> lists = new HashMap<>();

    /** The code's own object. */
    ChartCode code(String system, String code) {
        ChartCode made = new ChartCode(system, code);
        ChartCode known = codes.putIfAbsent(made, made);
        return known == null ? made : known;
    }

    /** An immutable list equal to {@code list}. */
    List<ChartCode> list(List<ChartCode> list) {
        List<ChartCode> known = lists.get(list);
        if (known == null) {
            known = List.copyOf(list);
            lists.put(known, known);
        }
        return known;
    }
}
