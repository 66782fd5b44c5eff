package health.medley.eligibility.internal;

import health.medley.core.ServiceMonth;
import health.medley.core.chart.ChartCondition;
import health.medley.core.eligibility.ConditionEvidence;
import health.medley.core.eligibility.ConditionOverride;
import health.medley.core.eligibility.Judge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lists the codes of a problem list that count, and whose word made them count. */
final class EvidenceList {

    private static final String LIST = "chronic-conditions.csv of the platform, which suggests";

    private final ServiceMonth month;
    private final ChronicJudge judge;
    private final Map<String, ConditionOverride> overrides;

    EvidenceList(ServiceMonth month, ChronicList list, Map<String, ConditionOverride> overrides) {
        this.month = month;
        this.overrides = overrides;
        judge = new ChronicJudge(list, words(overrides));
    }

    /** Clinicians' words as eligibility is asked with them. */
    static Map<String, Boolean> words(Map<String, ConditionOverride> overrides) {
        Map<String, Boolean> words = new TreeMap<>();
        overrides.forEach((code, override) -> words.put(code, override.chronic()));
        return words;
    }

    List<ConditionEvidence> of(List<ChartCondition> conditions) {
        List<ConditionEvidence> evidence = new ArrayList<>();
        for (ChartCondition condition : conditions) {
            if (DiseaseCount.stands(condition, month)) {
                judge.chronicCodes(condition).forEach(code -> evidence.add(evidence(condition, code.key())));
            }
        }
        return evidence;
    }

    private ConditionEvidence evidence(ChartCondition condition, String code) {
        ConditionOverride word = overrides.get(code);
        return new ConditionEvidence(
                code,
                condition.began(),
                condition.abated(),
                word == null ? Judge.PLATFORM : Judge.CLINICIAN,
                word == null ? LIST : word.reason());
    }
}
