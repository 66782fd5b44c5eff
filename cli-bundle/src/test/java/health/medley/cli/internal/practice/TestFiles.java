package health.medley.cli.internal.practice;

import health.medley.core.InputProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the files of a small practice and shows problems in one line. */
public final class TestFiles {

    public static final String PRACTICE = """
            {"name": "Test Practice", "npi": "1999999034", "zone": "America/New_York",
             "placeOfService": "11", "locality": "national", "setting": "PFS"}
            """;
    public static final String ENROLLMENTS = String.join(",", EnrollmentRows.COLUMNS) + "\n";
    public static final String ACTIVITY = String.join(",", ActivityRows.COLUMNS) + "\n";
    public static final String MONTH = String.join(",", MonthRows.COLUMNS) + "\n";
    public static final String ENROLLED = "p1,ccm,1999999018,MD,staff,2025-01-02,verbal,"
            + "availability;cost-sharing;one-practitioner;right-to-stop,,99214@2024-12-01,2025-01-03,Y,Y\n";

    private TestFiles() {}

    /** A practice without rows: every file with its header. */
    public static Path empty(Path folder) {
        write(folder, "practice.json", PRACTICE);
        write(folder, "enrollments.csv", ENROLLMENTS);
        write(folder, "activity.csv", ACTIVITY);
        write(folder, "month.csv", MONTH);
        try {
            Files.createDirectories(folder.resolve("chart"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    public static Path write(Path folder, String name, String text) {
        return write(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Path write(Path folder, String name, byte[] bytes) {
        try {
            return Files.write(Files.createDirectories(folder).resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The places and values of the problems. */
    public static List<String> places(Rejects rejects) {
        return rejects.inOrder().stream()
                .map(problem -> problem.place() + " [" + problem.value() + "]")
                .toList();
    }

    /** The only problem. */
    public static InputProblem only(Rejects rejects) {
        if (rejects.total() != 1) {
            throw new AssertionError("Expected one problem, found " + rejects.inOrder());
        }
        return rejects.inOrder().get(0);
    }
}
