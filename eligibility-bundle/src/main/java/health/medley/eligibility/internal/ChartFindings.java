package health.medley.eligibility.internal;

import health.medley.core.Finding;
import health.medley.core.Outcome;
import health.medley.core.ServiceMonth;
import health.medley.core.chart.PatientChart;
import health.medley.core.eligibility.Disease;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Check what the chart alone can tell: enough chronic diseases, and a living patient. */
final class ChartFindings {
    private ChartFindings() {}

    /** Whether the diseases reach the minimum. */
    static Finding conditions(Parameter<Integer> minimum, ServiceMonth month, List<Disease> diseases) {
        int lacking = minimum.value() - diseases.size();
        String sentence = "The problem list holds " + counted(diseases.size()) + " in " + month + "; the program needs "
                + minimum.value() + " or more.";
        Map<String, String> facts = new TreeMap<>();
        facts.put("diseases", String.valueOf(diseases.size()));
        facts.put("minimum", String.valueOf(minimum.value()));
        diseases.forEach(disease -> facts.put("disease " + disease.key(), evidence(disease)));
        return new Finding(
                "CHRONIC_CONDITIONS",
                lacking > 0 ? Outcome.FAILED : Outcome.MET,
                sentence,
                facts,
                Optional.of(minimum.clause()),
                lacking > 0 ? Optional.of(change(lacking)) : Optional.empty());
    }

    private static String counted(int diseases) {
        return diseases == 1 ? "1 chronic disease" : diseases + " chronic diseases";
    }

    private static String change(int lacking) {
        return lacking == 1
                ? "One more chronic disease on the problem list."
                : lacking + " more chronic diseases on the problem list.";
    }

    private static String evidence(Disease disease) {
        String since = disease.since().map(day -> "since " + day).orElse("since an unknown day");
        return disease.name() + ", " + since + ", " + String.join(" ", disease.codes());
    }

    /** Whether the patient lived into the month. No clause: the platform itself guarantees it. */
    static Finding alive(ServiceMonth month, PatientChart chart) {
        boolean alive =
                chart.deathDate().map(day -> !day.isBefore(month.firstDay())).orElse(true);
        Map<String, String> facts = new TreeMap<>();
        chart.deathDate().ifPresent(day -> facts.put("death", day.toString()));
        return new Finding(
                "ALIVE",
                alive ? Outcome.MET : Outcome.FAILED,
                alive ? "The patient was alive on " + month.firstDay() + "." : "The patient died before " + month + ".",
                facts,
                Optional.empty(),
                alive ? Optional.empty() : Optional.of("Nothing, unless the chart's day of death is wrong."));
    }
}
