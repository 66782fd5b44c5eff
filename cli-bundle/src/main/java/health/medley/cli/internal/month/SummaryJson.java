package health.medley.cli.internal.month;

import health.medley.core.ServiceMonth;
import health.medley.core.chart.ChartCounts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Makes the content of {@code summary.json}: counts and totals, no patient. */
public final class SummaryJson {

    private SummaryJson() {}

    /** The summary of a month. */
    public static Map<String, Object> of(ServiceMonth month, MonthResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("month", month.toString());
        json.put("practice", result.practice().name());
        json.put("npi", result.practice().npi());
        json.put("zone", result.practice().zone().getId());
        json.put("determinations", result.summary().json());
        json.put("worklist", worklist(result));
        json.put("rows", rows(result.read()));
        json.put("chart", chart(result.chart()));
        json.put("rejects", rejects(result));
        json.put("remarks", result.remarks());
        return json;
    }

    private static Map<String, Object> worklist(MonthResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("not_enrolled", result.summary().worklist());
        json.put("eligible", result.summary().eligible());
        return json;
    }

    private static Map<String, Object> rows(MonthResult.RowCounts read) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("enrollments", read.enrollments());
        json.put("activity", read.entries());
        json.put("activity_of_patients_not_enrolled", read.entriesNotEnrolled());
        json.put("month", read.statements());
        json.put("month_of_other_months_ignored", read.statementsOfOtherMonths());
        return json;
    }

    private static Map<String, Object> chart(ChartCounts chart) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("patients", chart.patients());
        json.put("bytes", chart.bytes());
        json.put("read", chart.read());
        json.put("skipped", chart.skipped());
        return json;
    }

    private static Map<String, Object> rejects(MonthResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("total", result.rejects().total());
        json.put("by_file", new TreeMap<>(result.rejects().byFile()));
        return json;
    }
}
