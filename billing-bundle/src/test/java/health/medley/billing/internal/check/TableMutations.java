package health.medley.billing.internal.check;

import health.medley.billing.internal.reading.CsvTable;
import health.medley.billing.internal.reading.RuleProblems;
import health.medley.core.rules.RuleSet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Change every value of a rule set's tables, one at a time; a fee stays what its units and factor give. */
final class TableMutations {
    private static final List<String> RVUS =
            List.of("work_rvu", "nonfac_pe_rvu", "fac_pe_rvu", "mp_rvu", "conversion_factor");
    private static final BigDecimal STEP = new BigDecimal("0.10");

    private final RuleSet rules;
    private final String file;
    private final CsvTable table;
    private final Set<String> visits = new HashSet<>();
    private final List<Mutant> mutants = new ArrayList<>();

    private TableMutations(RuleSet rules, String file) {
        this.rules = rules;
        this.file = file;
        this.table = CsvTable.read(file, rules.files().getOrDefault(file, ""), new RuleProblems());
        if (rules.files().containsKey("conflicts.yaml")) {
            visits(RuleTree.read(rules.files().get("conflicts.yaml")));
        }
    }

    private void visits(RuleTree conflicts) {
        if (conflicts.find("pair-edits", "visits", "codes") instanceof RuleTree.Items codes) {
            codes.items().forEach(code -> visits.addAll(codesOf(((RuleTree.Text) code).text())));
        }
    }

    private static Set<String> codesOf(String text) {
        Set<String> codes = new HashSet<>(Set.of(text));
        if (text.matches("\\d{5}-\\d{5}")) {
            for (int code = Integer.parseInt(text.substring(0, 5));
                    code <= Integer.parseInt(text.substring(6));
                    code++) {
                codes.add("%05d".formatted(code));
            }
        }
        return codes;
    }

    static List<Mutant> of(RuleSet rules) {
        TableMutations fees = new TableMutations(rules, "fees.csv");
        fees.table.rows().forEach(fees::fee);
        TableMutations pairs = new TableMutations(rules, "ncci.csv");
        pairs.table.rows().forEach(pairs::pair);
        List<Mutant> all = new ArrayList<>(fees.mutants);
        all.addAll(pairs.mutants);
        return all;
    }

    private void fee(CsvTable.Row row) {
        add(row, "row", row.text("hcpcs"), "left out", null);
        for (String column : RVUS) {
            Map<String, String> cells = new LinkedHashMap<>(row.columns());
            cells.put(column, new BigDecimal(row.text(column)).add(STEP).toPlainString());
            cells.put("national_nonfac_payment", payment(cells, "nonfac_pe_rvu"));
            cells.put("national_fac_payment", payment(cells, "fac_pe_rvu"));
            if (!cells.equals(row.columns())) {
                add(row, column, row.text("hcpcs") + " " + row.text(column), cells.get(column), cells);
            }
        }
    }

    private static String payment(Map<String, String> cells, String expense) {
        return new BigDecimal(cells.get("work_rvu"))
                .add(new BigDecimal(cells.get(expense)))
                .add(new BigDecimal(cells.get("mp_rvu")))
                .multiply(new BigDecimal(cells.get("conversion_factor")))
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private void pair(CsvTable.Row row) {
        String both = row.text("column1") + " " + row.text("column2");
        add(row, "row", both, "left out", null);
        switch (row.text("modifier_indicator")) {
            case "0" -> change(row, "modifier_indicator", "1");
            case "1" -> change(row, "modifier_indicator", "0");
            default -> change(row, "modifier_indicator", "0");
        }
        // a visit takes the modifier whichever column it stands in
        boolean visit = visits.contains(row.text("column1")) || visits.contains(row.text("column2"));
        if (!visit || row.text("modifier_indicator").equals("0")) {
            Map<String, String> turned = new LinkedHashMap<>(row.columns());
            turned.put("column1", row.text("column2"));
            turned.put("column2", row.text("column1"));
            add(row, "column1, column2", both, "turned", turned);
        }
        LocalDate last = rules.to().lastDay();
        change(row, "effective_from", last.plusDays(1).toString());
        if (!row.text("effective_to").isEmpty()) {
            LocalDate before = rules.from().firstDay().minusDays(1);
            LocalDate from = LocalDate.parse(row.text("effective_from"));
            change(row, "effective_to", (from.isAfter(before) ? from : before).toString());
        }
    }

    private void change(CsvTable.Row row, String column, String by) {
        Map<String, String> cells = new LinkedHashMap<>(row.columns());
        cells.put(column, by);
        if (column.equals("effective_from") && !row.text("effective_to").isEmpty()) {
            cells.put("effective_to", "");
        }
        add(row, column, row.text("column1") + " " + row.text("column2") + " " + row.text(column), by, cells);
    }

    private void add(CsvTable.Row row, String path, String value, String change, Map<String, String> cells) {
        List<String> lines = new ArrayList<>(List.of(String.join(",", table.header())));
        for (CsvTable.Row other : table.rows()) {
            if (other != row) {
                lines.add(line(other.columns()));
            } else if (cells != null) {
                lines.add(line(cells));
            }
        }
        Set<String> about = new HashSet<>(Set.of(row.text("hcpcs"), path));
        about.addAll(List.of(row.text("column1"), row.text("column2")));
        mutants.add(new Mutant(file, row.line(), path, value, change, about, List.of(String.join("\n", lines) + "\n")));
    }

    private static String line(Map<String, String> cells) {
        return cells.values().stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }
}
