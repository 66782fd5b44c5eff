package health.medley.benchmarks.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartCopiesTest {

    private static final String PATIENT =
            "{\"resourceType\":\"Patient\",\"id\":\"7605975a-26c4-d510-1c1f-4a7e73ff50ca\"}";

    @TempDir
    Path folder;

    @Test
    void writesEachResourceForEveryCopyWithPatientsOfItsOwn() throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("Patient.ndjson.gz")))) {
            out.write((PATIENT + "\n").getBytes(StandardCharsets.UTF_8));
        }
        Path copies = folder.resolve("copies");

        long bytes = ChartCopies.write(folder, copies, 2);

        Path written = copies.resolve("Patient.ndjson");
        assertEquals(List.of(PATIENT, PATIENT.replace("50ca", "50ca-1")), Files.readAllLines(written));
        assertEquals(Files.size(written), bytes);
        BareJackson bare = new BareJackson(copies);
        assertEquals(bytes, bare.work());
        assertEquals(2, bare.resources());
    }

    @Test
    void refusesAFolderWithoutAChart() {
        assertThrows(IllegalArgumentException.class, () -> ChartCopies.write(folder, folder.resolve("copies"), 1));
    }
}
