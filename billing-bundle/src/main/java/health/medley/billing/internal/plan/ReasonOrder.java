package health.medley.billing.internal.plan;

import health.medley.billing.internal.reading.RuleNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Read {@code reasons.yaml}: which reason goes before which, and a sentence for each. */
final class ReasonOrder {
    static final Set<String> STAGES = Set.of("requirement", "conflict", "request", "fall-back", "floor", "billed");

    private final List<String> reasons = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, String> sentences = new LinkedHashMap<>();

    ReasonOrder(RuleNode file) {
        for (RuleNode stage : file.need("order").map(RuleNode::items).orElse(List.of())) {
            String name = stage.needText("stage");
            if (!STAGES.contains(name)) {
                stage.fail("There is no stage " + name + ".", "Use one of " + STAGES + ".");
            }
            for (RuleNode reason : stage.need("reasons").map(RuleNode::items).orElse(List.of())) {
                if (places.put(name + "/" + reason.text(), reasons.size()) != null) {
                    reason.fail("The reason is there twice in one stage.", "Keep one of them.");
                }
                reasons.add(reason.text());
            }
            stage.close();
        }
        if (reasons.size() >= PlanDecision.NO_REASON) {
            file.fail("There are too many reasons.", "Keep fewer than " + PlanDecision.NO_REASON + ".");
        }
        file.need("sentences").map(RuleNode::entries).orElse(Map.of()).forEach((reason, sentence) -> {
            sentences.put(reason, sentence.text());
            if (!reasons.contains(reason)) {
                sentence.fail("The reason " + reason + " is in no stage of the order.", "Add it to order, or drop it.");
            }
        });
        for (String reason : reasons) {
            if (!sentences.containsKey(reason)) {
                file.fail("The reason " + reason + " has no sentence.", "Add one under sentences.");
            }
        }
        file.close();
    }

    /** Place of a reason in a stage; {@link PlanDecision#NO_REASON} for {@code OK}, which refuses nothing. */
    int place(String stage, RuleNode reason) {
        if (reason.text().equals(PlanDecision.NOTHING_REFUSED)) {
            return PlanDecision.NO_REASON;
        }
        Integer place = places.get(stage + "/" + reason.text());
        if (place == null) {
            reason.fail(
                    "The reason " + reason.text() + " has no place in stage " + stage + ".",
                    "Add it to that stage's reasons in reasons.yaml.");
            return PlanDecision.NO_REASON;
        }
        return place;
    }

    List<String> reasons() {
        return List.copyOf(reasons);
    }

    Map<String, String> sentences() {
        return sentences;
    }
}
