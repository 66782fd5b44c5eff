package health.medley.cli.internal.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads a practice's own {@code chronic-conditions.csv}, its word on single codes. A practice need not have one. */
public final class ChronicRows {

    /** The file's name. */
    public static final String FILE = "chronic-conditions.csv";

    private static final List<String> COLUMNS = List.of("code_system", "code", "chronic");
    private static final Set<String> OTHER_COLUMNS =
            Set.of("match", "ccw_category", "chapter", "name", "codes_covered", "source");
    private static final List<String> SYSTEMS = List.of("SNOMED", "ICD10CM");

    private ChronicRows() {}

    /** Read the file if there is one: {@code true} for chronic, by {@code SYSTEM:code}. */
    public static Map<String, Boolean> read(Path folder, long longestLineBytes, Rejects rejects) throws IOException {
        Map<String, Boolean> overrides = new TreeMap<>();
        Path path = folder.resolve(FILE);
        if (Files.exists(path)) {
            CsvTable table = new CsvTable(FILE, COLUMNS, Optional.of(OTHER_COLUMNS), longestLineBytes);
            table.read(path, rejects, row -> add(row, rejects, overrides));
        }
        return overrides;
    }

    private static void add(CsvRow row, Rejects rejects, Map<String, Boolean> overrides) {
        Cells cells = new Cells(row, rejects);
        String system = cells.oneOf("code_system", SYSTEMS);
        String code = cells.required("code", "Write the condition's code.");
        String chronic = cells.oneOf("chronic", List.of("yes", "no"));
        if (!cells.oneOf("match", List.of("exact"), "exact").equals("exact")) {
            return;
        }
        String key = system + ":" + code;
        if (overrides.containsKey(key)) {
            cells.reject("code", "Another row before this one has the same code.", "Keep one row for each code.");
        }
        if (cells.good()) {
            overrides.put(key, chronic.equals("yes"));
        }
    }
}
