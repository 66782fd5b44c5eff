package health.medley.rest.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Role;
import health.medley.record.MemoryRecordStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartTest {

    @TempDir
    private Path folder;

    private final Accounts accounts = new Accounts(new MemoryRecordStore(TestEdge.CLOCK), TestEdge.CLOCK);

    private String start() throws IOException {
        new FirstStart(accounts, new ServerFiles(folder)).run();
        return Files.readString(folder.resolve("admin.token")).strip();
    }

    @Test
    void theFirstStartMakesThePracticeAndAnAdministratorsToken() throws IOException {
        Token token = accounts.holder(new Secret(start())).orElseThrow();
        assertEquals("main", token.practice());
        assertEquals(Role.ADMINISTRATOR, token.role());
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("admin.token"))));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count(), "no draft of the file is left");
        }
    }

    @Test
    void aLaterStartChangesNothing() throws IOException {
        String first = start();
        assertEquals(first, start());
    }

    @Test
    void aTokenThatWasLostIsMadeAgain() throws IOException {
        String first = start();
        Files.delete(folder.resolve("admin.token"));
        String second = start();
        assertNotEquals(first, second);
        assertTrue(accounts.holder(new Secret(second)).isPresent());
    }

    @Test
    void aTokenOfAnotherStoreIsReplaced() throws IOException {
        new ServerFiles(folder).write(Secret.random());
        assertTrue(accounts.holder(new Secret(start())).isPresent());
    }
}
