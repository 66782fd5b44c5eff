package health.medley.cli.internal.practice;

import com.fasterxml.jackson.core.JsonFactory;
import health.medley.core.InputProblem;
import health.medley.core.ServiceMonth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Holds a practice directory whose tables are read; the chart is left to its source.
 *
 * @param content what {@code practice.json} says
 * @param chart the folder of the chart
 * @param enrollments rows of {@code enrollments.csv}
 * @param activity rows of {@code activity.csv}
 * @param month rows of {@code month.csv}
 * @param chronicOverrides the practice's own word on chronic codes
 */
public record PracticeFolder(
        PracticeJson.Content content,
        Path chart,
        EnrollmentRows enrollments,
        ActivityRows activity,
        MonthRows month,
        Map<String, Boolean> chronicOverrides) {

    /** Name of the chart's folder. */
    public static final String CHART = "chart";

    /**
     * Read the tables of a practice directory.
     *
     * @param known the programs that rows may name
     * @return empty if a file is missing or none of its rows can be read; the rejects then say which
     */
    public static Optional<PracticeFolder> read(
            Path folder, ServiceMonth month, JsonFactory json, KnownPrograms known, Rejects rejects)
            throws IOException {
        if (!complete(folder, rejects)) {
            return Optional.empty();
        }
        Optional<PracticeJson.Content> content = PracticeJson.read(folder, json, known, rejects);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        long limit = content.get().longestLineBytes();
        Map<String, Boolean> chronic = ChronicRows.read(folder, limit, rejects);
        Optional<EnrollmentRows> enrollments = EnrollmentRows.read(folder, limit, known, rejects);
        Optional<ActivityRows> activity = ActivityRows.read(folder, limit, known, rejects);
        Optional<MonthRows> statements = MonthRows.read(folder, month, limit, rejects);
        if (enrollments.isEmpty() || activity.isEmpty() || statements.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PracticeFolder(
                content.get(), folder.resolve(CHART), enrollments.get(), activity.get(), statements.get(), chronic));
    }

    private static boolean complete(Path folder, Rejects rejects) {
        if (!Files.isDirectory(folder)) {
            String problem = Files.exists(folder) ? "This is not a directory." : "There is no such directory.";
            rejects.add(new InputProblem(
                    String.valueOf(folder.getFileName()), 0, "", "", problem, "Name a practice directory."));
            return false;
        }
        boolean complete = true;
        for (Map.Entry<String, String> file : needed().entrySet()) {
            Path path = folder.resolve(file.getKey());
            boolean there = file.getKey().equals(CHART) ? Files.isDirectory(path) : Files.isRegularFile(path);
            if (!there) {
                String shown = file.getKey().equals(CHART) ? CHART + "/" : file.getKey();
                rejects.add(new InputProblem(
                        shown, 0, "", "", "This is missing from the practice directory.", file.getValue()));
                complete = false;
            }
        }
        return complete;
    }

    private static Map<String, String> needed() {
        Map<String, String> needed = new LinkedHashMap<>();
        needed.put(
                PracticeJson.FILE,
                "Add it: one JSON object with the keys name, npi, zone, placeOfService, locality and setting.");
        needed.put(CHART, "Add the folder with the chart as FHIR R4: *.ndjson or *.json files, plain or gzip.");
        needed.put(EnrollmentRows.FILE, table(String.join(",", EnrollmentRows.COLUMNS)));
        needed.put(ActivityRows.FILE, table(String.join(",", ActivityRows.COLUMNS)));
        needed.put(MonthRows.FILE, table(String.join(",", MonthRows.COLUMNS)));
        return needed;
    }

    private static String table(String header) {
        return "Add it, if only with its header: " + header;
    }
}
