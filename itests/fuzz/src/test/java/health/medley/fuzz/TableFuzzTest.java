package health.medley.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import health.medley.cli.internal.practice.CsvTable;
import health.medley.cli.internal.practice.Rejects;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;

/** Any bytes are a table or are rejected with a place. */
class TableFuzzTest {
    private static final int LONGEST_LINE = 4_096;

    @FuzzTest(maxDuration = "5s")
    void anyBytesAreATableOrAreRejected(byte[] bytes) throws Exception {
        Budget.hold(() -> {
            Rejects rejects = new Rejects();
            CsvTable table = new CsvTable("t.csv", List.of("id"), Optional.empty(), LONGEST_LINE);
            Optional<List<String>> columns = table.read(new ByteArrayInputStream(bytes), rejects, row -> row.values()
                    .size());
            if (columns.isEmpty() && rejects.isEmpty()) {
                throw new IllegalStateException("A table was refused and nobody says why");
            }
        });
    }
}
