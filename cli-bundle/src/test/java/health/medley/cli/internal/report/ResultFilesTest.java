package health.medley.cli.internal.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {

    @TempDir
    private Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void replacesOldResultsOnlyWhenPublished() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "old");
        try (ResultFiles files = new ResultFiles(folder)) {
            files.write("a.txt", "new");
            assertEquals("old", Files.readString(folder.resolve("a.txt")));
            files.publish();
        }
        assertEquals("new", Files.readString(folder.resolve("a.txt")));
        assertEquals(List.of("a.txt"), names());
    }

    @Test
    void leavesNothingBehindWithoutPublishing() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "old");
        try (ResultFiles files = new ResultFiles(folder)) {
            files.begin("a.txt").write("half");
        }
        assertEquals("old", Files.readString(folder.resolve("a.txt")));
        assertEquals(List.of("a.txt"), names());
    }
}
