package health.medley.cli.internal.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.medley.cli.internal.report.Json;
import health.medley.core.billing.Determination;
import java.util.ArrayList;
import java.util.List;

/** Compares a recorded determination with the one its facts and rules give. */
final class Recheck {

    private static final List<String> FIELDS = List.of(
            "program",
            "month",
            "status",
            "codes",
            "units",
            "amount",
            "reason",
            "date_of_service",
            "staff_seconds",
            "practitioner_seconds",
            "facts_hash");
    private static final List<String> PARTS = List.of("outcome", "sentence", "facts", "clause", "change");

    private Recheck() {}

    /** Every difference; none if the record follows from its facts. */
    static List<Difference> compare(ObjectNode recorded, Determination recomputed) {
        ObjectNode again = Json.tree(recomputed);
        List<Difference> differences = new ArrayList<>();
        FIELDS.forEach(field -> compare(field, recorded.path(field), again.path(field), differences));
        findings(recorded.path("findings"), again.path("findings"), differences);
        return differences;
    }

    private static void compare(String field, JsonNode recorded, JsonNode again, List<Difference> differences) {
        if (!recorded.equals(again)) {
            differences.add(new Difference(field, text(recorded), text(again)));
        }
    }

    private static String text(JsonNode node) {
        if (node.isMissingNode()) {
            return "";
        }
        return node.isValueNode() ? node.asText() : node.toString();
    }

    private static void findings(JsonNode recorded, JsonNode again, List<Difference> differences) {
        List<JsonNode> ours = new ArrayList<>();
        recorded.forEach(ours::add);
        List<JsonNode> missing = new ArrayList<>();
        for (JsonNode finding : again) {
            if (!ours.remove(finding)) {
                missing.add(finding);
            }
        }
        ours.removeIf(finding -> !ofTheRules(finding));
        for (JsonNode finding : missing) {
            JsonNode changed = ours.stream()
                    .filter(one -> place(one).equals(place(finding)))
                    .findFirst()
                    .orElse(null);
            if (changed == null) {
                differences.add(new Difference("finding " + place(finding), "", text(finding.path("sentence"))));
            } else {
                ours.remove(changed);
                PARTS.forEach(part -> compare(
                        "finding " + place(finding) + " " + part, changed.path(part), finding.path(part), differences));
            }
        }
        ours.forEach(finding ->
                differences.add(new Difference("finding " + place(finding), text(finding.path("sentence")), "")));
    }

    private static String place(JsonNode finding) {
        return text(finding.path("code"));
    }

    /**
     * Whether a finding rests on the facts and the rules alone. What eligibility read in the chart, what the ledger
     * said of the intervals and what other programs could have billed is evidence that only asking again could repeat.
     */
    private static boolean ofTheRules(JsonNode finding) {
        return finding.has("clause")
                && !finding.at("/clause/path").asText().startsWith("parameters/")
                && !place(finding).equals("ALTERNATIVE");
    }
}
