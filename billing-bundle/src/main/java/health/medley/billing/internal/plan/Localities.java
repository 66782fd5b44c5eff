package health.medley.billing.internal.plan;

import health.medley.billing.internal.reading.CsvTable;
import health.medley.billing.internal.reading.RuleProblems;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Read the adjustments of fee localities: the rule set's own table if it has one, else the platform's. */
final class Localities {
    private static final String FILE = RuleFiles.LOCALITIES;
    private static final Set<String> COLUMNS =
            Set.of("year", "mac", "locality", "locality_name", "gpci_work", "gpci_pe", "gpci_mp");
    private static final Map<String, List<Fee.Locality>> PLATFORM = platform();

    private Localities() {}

    private static Map<String, List<Fee.Locality>> platform() {
        RuleProblems problems = new RuleProblems();
        Map<String, List<Fee.Locality>> found = read(CsvTable.ofBundle(FILE), problems);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("The platform's localities do not read: " + problems.all());
        }
        return found;
    }

    /** Adjustments by the locality's number, which is contractor and locality, and by its name. */
    static Map<String, List<Fee.Locality>> of(RuleFiles files) {
        String text = files.table(FILE);
        return text == null ? PLATFORM : read(CsvTable.read(FILE, text, files.problems), files.problems);
    }

    private static Map<String, List<Fee.Locality>> read(CsvTable table, RuleProblems problems) {
        if (!table.header().containsAll(COLUMNS)) {
            problems.add(
                    FILE, 1, "", String.join(",", table.header()), "Columns are missing.", "Write " + COLUMNS + ".");
            return Map.of();
        }
        Map<String, List<Fee.Locality>> found = new HashMap<>();
        for (CsvTable.Row row : table.rows()) {
            try {
                Fee.Locality locality = new Fee.Locality(
                        Integer.parseInt(row.text("year")),
                        new BigDecimal(row.text("gpci_work")),
                        new BigDecimal(row.text("gpci_pe")),
                        new BigDecimal(row.text("gpci_mp")));
                String number = row.text("mac") + "-" + row.text("locality");
                String name = row.text("locality_name").replaceAll("\\*+$", "").strip();
                for (String key : Set.of(number, name)) {
                    found.computeIfAbsent(key.toLowerCase(Locale.ROOT), added -> new ArrayList<>())
                            .add(locality);
                }
            } catch (NumberFormatException e) {
                problems.add(FILE, row.line(), "", "", "A number is expected.", "Write numbers with a point.");
            }
        }
        return found;
    }
}
