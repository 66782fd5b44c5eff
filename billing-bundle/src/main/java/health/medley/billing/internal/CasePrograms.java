package health.medley.billing.internal;

import health.medley.billing.internal.reading.CsvTable;
import health.medley.billing.internal.reading.RuleProblems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Know which program the declared track of a case belongs to; a track without a row is a program's own name. */
final class CasePrograms {
    private static final String RESOURCE = "/medley/billing/tracks.csv";

    private final Map<String, String> programs = new TreeMap<>();

    CasePrograms() {
        RuleProblems problems = new RuleProblems();
        for (CsvTable.Row row :
                CsvTable.read("tracks.csv", resource(), problems).rows()) {
            programs.put(row.text("track"), row.text("program"));
        }
    }

    String of(String track) {
        return programs.getOrDefault(track, track);
    }

    private static String resource() {
        try (InputStream in = CasePrograms.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The bundle holds no " + RESOURCE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
