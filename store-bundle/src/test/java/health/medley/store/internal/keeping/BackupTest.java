package health.medley.store.internal.keeping;

import static health.medley.store.internal.TestStore.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.store.BackupReport;
import health.medley.core.store.RecordKey;
import health.medley.store.internal.TestStore;
import health.medley.store.internal.chain.Sha256;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    @TempDir
    Path directory;

    @TempDir
    Path elsewhere;

    private Path backup;

    @BeforeEach
    void fill() {
        TestStore.fill(directory);
        backup = elsewhere.resolve("backup.db");
    }

    private static ErrorCode refusal(Executable action) {
        return assertThrows(MedleyException.class, action).code();
    }

    private BackupReport backup() {
        try (TestStore store = new TestStore(directory)) {
            return store.keeper().backup(ANN, backup);
        }
    }

    private static int versions(TestStore store, String id) {
        return store.records().history(ANN, new RecordKey("note", id)).size();
    }

    @Test
    void tellsWhatABackupHolds() throws Exception {
        BackupReport report = backup();
        assertEquals(9, report.versions());
        assertEquals(9, report.heads().get(0).sequence());
        assertEquals(Files.size(backup), report.bytes());
        assertTrue(Files.readString(elsewhere.resolve("backup.db.sha256")).startsWith(report.sha256()));
        try (Stream<Path> files = Files.list(elsewhere)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void overwritesNothing() {
        backup();
        assertEquals(ErrorCode.ARGUMENT_INVALID, refusal(this::backup));
    }

    @Test
    void tellsWhereABackupCannotBeWritten() {
        backup = elsewhere.resolve("no/such/folder/backup.db");
        assertEquals(ErrorCode.STORE_UNAVAILABLE, refusal(this::backup));
    }

    @Test
    void restoresTheLatestBackupAndLeavesBillingOpen() {
        backup();
        try (TestStore store = new TestStore(directory)) {
            assertEquals(9, store.keeper().restore(ANN, backup).versions());
            assertFalse(store.keeper().status(ANN).billingLocked());
            assertEquals(3, versions(store, "a"));
            store.commit("a", 3);
            assertTrue(store.keeper().verify(ANN).sound());
        }
    }

    @Test
    void locksBillingAfterAnOldBackupUntilReconciled() {
        backup();
        try (TestStore store = new TestStore(directory)) {
            store.commit("a", 3);
        }
        try (TestStore store = new TestStore(directory)) {
            store.keeper().restore(ANN, backup);
            assertEquals(3, versions(store, "a"));
            assertTrue(store.keeper().status(ANN).billingLocked());
            assertTrue(store.keeper().status(ANN).remarks().get(0).contains("Billing is locked"));
            // other work goes on
            store.commit("b", 3);
        }
        try (TestStore store = new TestStore(directory)) {
            assertTrue(store.keeper().status(ANN).billingLocked());
            assertEquals(
                    ErrorCode.ARGUMENT_INVALID, refusal(() -> store.keeper().reconcile(ANN, " ")));
            assertFalse(store.keeper().reconcile(ANN, "voided two claims").billingLocked());
            assertEquals(ErrorCode.STATE_INVALID, refusal(() -> store.keeper().reconcile(ANN, "again")));
            assertTrue(store.keeper().verify(ANN).sound());
        }
        try (TestStore store = new TestStore(directory)) {
            assertFalse(store.keeper().status(ANN).billingLocked());
        }
    }

    @Test
    void noticesADatabaseThatWasPutBackByHand() throws Exception {
        backup();
        try (TestStore store = new TestStore(directory)) {
            store.commit("a", 3);
        }
        Files.copy(backup, TestStore.file(directory), StandardCopyOption.REPLACE_EXISTING);
        try (TestStore store = new TestStore(directory)) {
            assertTrue(store.keeper().status(ANN).billingLocked());
        }
    }

    @Test
    void locksBillingWhereNothingIsKnownOfWhatCameAfterTheBackup(@TempDir Path machine) {
        backup();
        try (TestStore store = new TestStore(machine)) {
            assertFalse(store.keeper().status(ANN).billingLocked());
            store.keeper().restore(ANN, backup);
            assertTrue(store.keeper().status(ANN).billingLocked());
        }
    }

    @Test
    void refusesABackupThatIsNotWhatWasWritten() throws Exception {
        backup();
        byte[] bytes = Files.readAllBytes(backup);
        bytes[bytes.length / 2] ^= 1;
        Files.write(backup, bytes);
        try (TestStore store = new TestStore(directory)) {
            assertEquals(ErrorCode.STORE_DAMAGED, refusal(() -> store.keeper().restore(ANN, backup)));
            assertEquals(3, versions(store, "a"));
        }
    }

    @Test
    void refusesABackupWhoseChainIsBrokenThoughItsHashFits() throws Exception {
        backup();
        TestStore.tamper(backup, "UPDATE version SET body = '{}' WHERE entry = 5001");
        Files.writeString(elsewhere.resolve("backup.db.sha256"), Sha256.of(backup));
        try (TestStore store = new TestStore(directory)) {
            assertEquals(ErrorCode.STORE_DAMAGED, refusal(() -> store.keeper().restore(ANN, backup)));
        }
    }

    @Test
    void refusesABackupWithoutItsHash() throws Exception {
        backup();
        Files.delete(elsewhere.resolve("backup.db.sha256"));
        try (TestStore store = new TestStore(directory)) {
            assertEquals(ErrorCode.FILE_UNREADABLE, refusal(() -> store.keeper().restore(ANN, backup)));
        }
    }

    @Test
    void refusesABackupOfANewerMedley() throws Exception {
        backup();
        TestStore.tamper(backup, "UPDATE medley_schema SET version = 99");
        Files.writeString(elsewhere.resolve("backup.db.sha256"), Sha256.of(backup));
        try (TestStore store = new TestStore(directory)) {
            assertEquals(
                    ErrorCode.STORE_INCOMPATIBLE, refusal(() -> store.keeper().restore(ANN, backup)));
        }
    }

    @Test
    void restoresInThePlaceOfADamagedDatabaseAndSetsThatAside() throws Exception {
        backup();
        Files.write(TestStore.file(directory), new byte[8192]);
        try (TestStore store = new TestStore(directory)) {
            assertFalse(store.keeper().status(ANN).ready());
            store.keeper().restore(ANN, backup);
            assertEquals(3, versions(store, "a"));
        }
        assertEquals(8192, Files.size(directory.resolve("replaced-1.medley.db")));
    }

    @Test
    void finishesARestoreThatWasCutShort() throws Exception {
        backup();
        Files.copy(backup, directory.resolve("medley.db.new"));
        Files.move(TestStore.file(directory), directory.resolve("replaced-1.medley.db"));
        Files.write(directory.resolve("medley.db-wal"), List.of("left behind"));
        try (TestStore store = new TestStore(directory)) {
            assertEquals(3, versions(store, "a"));
        }
    }

    @Test
    void writesABackupWhileOthersCommit() throws Exception {
        try (TestStore store = new TestStore(directory)) {
            Thread other = new Thread(() -> {
                for (int i = 0; i < 200; i++) {
                    store.commit("t" + i, 0);
                }
            });
            other.start();
            BackupReport report = store.keeper().backup(ANN, backup);
            other.join();
            assertTrue(report.versions() >= 9 && report.versions() <= 209);
            assertEquals(209, store.keeper().verify(ANN).versions());
        }
    }
}
