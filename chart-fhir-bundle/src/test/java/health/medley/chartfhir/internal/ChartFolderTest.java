package health.medley.chartfhir.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.InputProblem;
import health.medley.core.MedleyException;
import health.medley.core.chart.ChartQuery;
import health.medley.core.chart.PatientChart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartFolderTest {

    private static final String A = "{'resourceType':'Patient','id':'a'}";

    @TempDir
    Path directory;

    @Test
    void refusesAFolderThatIsNotThereAndNamesTheLayoutExpected() {
        Path missing = directory.resolve("chart");

        MedleyException refusal = assertThrows(MedleyException.class, () -> Collected.from(missing));

        assertEquals(ErrorCode.CHART_UNREADABLE, refusal.code());
        assertTrue(refusal.getMessage().contains(missing + ": it does not exist"), refusal.getMessage());
        assertTrue(refusal.getMessage().contains("*.ndjson[.gz]"), refusal.getMessage());
    }

    @Test
    void refusesAFile() throws IOException {
        Path file = Files.createFile(directory.resolve("chart"));

        MedleyException refusal = assertThrows(MedleyException.class, () -> Collected.from(file));

        assertTrue(refusal.getMessage().contains("it is not a folder"), refusal.getMessage());
    }

    @Test
    void refusesAQueryWithoutALocation() {
        ChartQuery nowhere = new ChartQuery(Optional.empty(), Set.of(), 1);

        MedleyException refusal = assertThrows(MedleyException.class, () -> Collected.from(nowhere));

        assertEquals(ErrorCode.CHART_UNREADABLE, refusal.code());
    }

    @Test
    void readsAnEmptyFolderAsAChartWithoutPatients() {
        Collected collected = new Folder(directory).read();

        assertEquals(List.of(), collected.charts);
        assertEquals(List.of(), collected.problems);
        assertEquals(0, collected.counts.bytes());
    }

    @Test
    void readsFilesInTheOrderOfTheirNamesAndLeavesOthersAlone() throws IOException {
        Folder folder = new Folder(directory)
                .lines("b.ndjson", A)
                .lines("a.NDJSON", A)
                .lines(".hidden.ndjson", A)
                .lines("notes.txt", A)
                .lines("c.json", A);
        Files.createDirectory(folder.path.resolve("d.ndjson"));

        Collected collected = folder.read();

        assertEquals(List.of("chart/b.ndjson:1:id", "chart/c.json:1:id"), collected.places());
        assertEquals(List.of("a"), collected.ids());
    }

    @Test
    void saysHowFarTheReadingIsInBytesAsStored() throws IOException {
        Folder folder = new Folder(directory)
                .lines("a.ndjson", SampleChart.lines(SampleChart.resources(1)))
                .bytes("b.ndjson.gz", Folder.gzip(Folder.utf8(A)));
        long total = Files.size(folder.path.resolve("a.ndjson")) + Files.size(folder.path.resolve("b.ndjson.gz"));

        Collected collected = folder.read();

        assertEquals(collected.progress.stream().sorted().distinct().toList(), collected.progress);
        assertEquals(total, collected.progress.get(collected.progress.size() - 1));
        assertEquals(Files.size(folder.path.resolve("a.ndjson")) + A.length(), collected.counts.bytes());
    }

    @Test
    void givesTheSameToCallersAtTheSameTime() throws Exception {
        Folder folder = new Folder(directory).lines("a.ndjson", SampleChart.lines(SampleChart.resources(8)));
        List<PatientChart> expected = folder.read().charts;
        CyclicBarrier together = new CyclicBarrier(4);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<PatientChart>>> answers = threads.invokeAll(Collections.nCopies(4, () -> {
                together.await();
                return folder.read().charts;
            }));
            for (Future<List<PatientChart>> answer : answers) {
                assertEquals(expected, answer.get());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void letsAFailureOfTheReaderPass() {
        Folder folder = new Folder(directory).lines("a.ndjson", A, "[");
        Collected failing = new Collected() {
            @Override
            public void problem(InputProblem problem) {
                throw new IllegalStateException("the reader's own");
            }
        };

        assertThrows(IllegalStateException.class, () -> new FhirFolderChartSource()
                .read(Collected.CALLER, ChartQuery.allOf(folder.path), failing));
    }
}
