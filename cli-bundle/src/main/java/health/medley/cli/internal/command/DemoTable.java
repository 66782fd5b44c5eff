package health.medley.cli.internal.command;

import health.medley.cli.internal.report.Counted;
import health.medley.cli.internal.report.DeterminationsCsv;
import health.medley.cli.internal.report.Explanation;
import health.medley.cli.internal.report.TextTable;
import health.medley.core.CareTime;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.Determination;
import health.medley.core.practice.Practice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps what the demo shows of each determination and lays it out for people. Made for one thread. */
final class DemoTable {

    private static final int SHOWN = 25;
    private static final int NEARLY_SHOWN = 10;
    private static final CareTime NEARLY = CareTime.ofMinutes(5);

    private record Row(
            String reference,
            int diseases,
            String staff,
            String practitioner,
            String codes,
            String amount,
            String status,
            String reason,
            String words) {
        /** Months of one kind show the same outcome; one of each is enough to see them all. */
        private String kind() {
            return status + " " + reason + " " + codes;
        }

        private String outcome() {
            return status + " " + reason;
        }
    }

    private record Nearly(String reference, NearMiss miss) {}

    private final OpaqueReference references = new OpaqueReference("medley demo");
    private final List<Row> rows = new ArrayList<>();
    private final List<Nearly> nearly = new ArrayList<>();

    void add(Determination determination, int diseases) {
        String reference = references.of(determination.patient());
        rows.add(new Row(
                reference,
                diseases,
                clock(determination.staff()),
                clock(determination.practitioner()),
                DeterminationsCsv.codes(determination),
                determination.amount().toString(),
                determination.status().name(),
                determination.reason(),
                Explanation.inWords(determination)));
        NearMiss.of(determination).stream()
                .filter(miss -> miss.missing().compareTo(NEARLY) <= 0)
                .forEach(miss -> nearly.add(new Nearly(reference, miss)));
    }

    /** The table, with a title and a word on what is left out. */
    List<String> lines(Practice practice, ServiceMonth month, boolean all) {
        List<Row> shown = all ? rows : chosen();
        TextTable table = new TextTable(List.of(
                TextTable.text("Patient", 7),
                TextTable.number("Diseases", 8),
                TextTable.number("Staff", 6),
                TextTable.number("Pract.", 6),
                TextTable.text("Codes", 17),
                TextTable.number("Amount", 8),
                TextTable.text("Status", 7),
                TextTable.text("Reason", 44)));
        for (Row row : shown) {
            table.row(
                    row.reference(),
                    Integer.toString(row.diseases()),
                    row.staff(),
                    row.practitioner(),
                    row.codes(),
                    row.amount(),
                    row.status(),
                    row.words());
        }
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(practice.name() + ", " + month + ": what may be billed for each enrolled patient");
        lines.add("");
        lines.addAll(table.lines());
        lines.add("");
        if (shown.size() < rows.size()) {
            lines.add(shown.size() + " of " + rows.size()
                    + " months, chosen to show every kind of outcome; medley demo --all shows all.");
        }
        lines.add("Patients stand under a short opaque reference. Times are minutes:seconds, each second once.");
        lines.add("");
        return lines;
    }

    /** Months a few minutes short of the next code. */
    List<String> nearly() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Nearly billable: " + Counted.of(nearly.size(), "month") + " within " + NEARLY.inWords()
                + " of the next code");
        nearly.stream()
                .sorted(Comparator.comparing((Nearly one) -> one.miss().missing()))
                .limit(NEARLY_SHOWN)
                .forEach(one ->
                        lines.add("  " + one.reference() + "  " + one.miss().sentence()));
        if (nearly.size() > NEARLY_SHOWN) {
            lines.add("  ... and " + (nearly.size() - NEARLY_SHOWN) + " more: \"change\" in determinations.ndjson");
        }
        return lines;
    }

    /** Every month as a list of JSON objects. */
    List<Map<String, Object>> json() {
        List<Map<String, Object>> json = new ArrayList<>();
        for (Row row : rows) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("patient", row.reference());
            one.put("diseases", row.diseases());
            one.put("staff", row.staff());
            one.put("practitioner", row.practitioner());
            one.put("codes", row.codes());
            one.put("amount", row.amount());
            one.put("status", row.status());
            one.put("reason", row.reason());
            one.put("reason_in_words", row.words());
            json.add(one);
        }
        return json;
    }

    /** First one of each outcome, then one of each set of codes, then from the top; in the order of the month. */
    private List<Row> chosen() {
        Set<Integer> chosen = new LinkedHashSet<>();
        Set<String> outcomes = new LinkedHashSet<>();
        Set<String> kinds = new LinkedHashSet<>();
        for (int i = 0; i < rows.size() && chosen.size() < SHOWN; i++) {
            if (outcomes.add(rows.get(i).outcome())) {
                chosen.add(i);
                kinds.add(rows.get(i).kind());
            }
        }
        for (int i = 0; i < rows.size() && chosen.size() < SHOWN; i++) {
            if (kinds.add(rows.get(i).kind())) {
                chosen.add(i);
            }
        }
        for (int i = 0; i < rows.size() && chosen.size() < SHOWN; i++) {
            chosen.add(i);
        }
        return chosen.stream().sorted().map(rows::get).toList();
    }

    private static String clock(CareTime time) {
        return String.format("%d:%02d", time.seconds() / 60, time.seconds() % 60);
    }
}
