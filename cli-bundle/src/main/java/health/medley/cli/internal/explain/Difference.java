package health.medley.cli.internal.explain;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says in what a recorded determination is not what its facts and rules give.
 *
 * @param field which part
 * @param recorded what the record says; empty for nothing
 * @param recomputed what the facts and rules give; empty for nothing
 */
public record Difference(String field, String recorded, String recomputed) {

    /** In one sentence. */
    public String sentence() {
        return field + " is recorded as " + shown(recorded) + ", the facts and rules give " + shown(recomputed) + ".";
    }

    private static String shown(String value) {
        return value.isEmpty() ? "nothing" : "\"" + value + "\"";
    }

    /** As a JSON object. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("field", field);
        json.put("recorded", recorded);
        json.put("recomputed", recomputed);
        return json;
    }
}
