package health.medley.launcher.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.launcher.internal.ServerWords.Part;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerWordsTest {

    @TempDir
    private Path folder;

    private ServerWords read(String... words) {
        return ServerWords.read(List.of(words), folder);
    }

    @Test
    void onlyServingNeedsAServer() {
        assertEquals(Part.SERVER, read("serve").part());
        assertEquals(Part.NONE, read("serve", "--help").part());
        assertEquals(Part.NONE, read("run", "--data", ".").part());
        assertEquals(Part.NONE, read().part());
        assertEquals(Part.NONE, read("demo", "--once").part());
        assertEquals(Part.NONE, read("demo", "--json").part());
    }

    @Test
    void theWordsSayWhereTheDataIs() {
        assertEquals(folder.resolve("medley-data"), read("serve").data());
        ServerWords words = read("serve", "--port", "9000", "--data=elsewhere", "--host", "0.0.0.0");
        assertEquals(folder.resolve("elsewhere"), words.data());
        assertEquals(Optional.of("9000"), words.port());
        assertEquals(Optional.of("0.0.0.0"), words.host());
    }

    @Test
    void aDemonstrationsDataIsItsOwn() throws IOException {
        ServerWords words = read("demo");
        assertTrue(words.passing());
        assertFalse(words.data().startsWith(folder));
        Words typed = new Words(List.of("demo"), List.of(), false);
        assertEquals(
                List.of("demo", "--data", words.data().toString()),
                words.named(typed).words());
        Files.delete(words.data());
    }

    @Test
    void theRecordIsOpenedOnlyWhereItIsAndNobodyHoldsIt() throws IOException {
        assertEquals(Part.NONE, read("status", "--data", "d").part(), "there is nothing to look at");
        assertEquals(Part.STORE, read("restore", "--data", "d").part(), "a restore may begin with nothing");
        Path data = Files.createDirectories(folder.resolve("d"));
        assertEquals(Part.STORE, read("status", "--data", "d").part());
        assertEquals(Part.STORE, read("audit", "verify", "--data", "d").part());
        Path lock = Files.createFile(data.resolve("medley.lock"));
        assertEquals(Part.STORE, read("backup", "--data", "d").part());
        try (FileChannel held = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            assertTrue(held.tryLock().isValid());
            assertEquals(Part.NONE, read("backup", "--data", "d").part(), "the server is asked instead");
        }
    }
}
