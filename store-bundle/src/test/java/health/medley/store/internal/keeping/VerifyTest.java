package health.medley.store.internal.keeping;

import static health.medley.store.internal.TestStore.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Caller;
import health.medley.core.Role;
import health.medley.core.store.ChainFlaw;
import health.medley.core.store.FlawKind;
import health.medley.core.store.PurgePolicy;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.RecordKey;
import health.medley.core.store.StoreState;
import health.medley.core.store.Verification;
import health.medley.store.internal.TestStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nine versions: a, b and c in turn, three times. What was done to which is named. */
class VerifyTest {

    @TempDir
    Path directory;

    @BeforeEach
    void fill() {
        TestStore.fill(directory);
    }

    private Verification verify() {
        try (TestStore store = new TestStore(directory)) {
            return store.keeper().verify(ANN);
        }
    }

    private void tamper(String... statements) throws SQLException {
        TestStore.tamper(TestStore.file(directory), statements);
    }

    private boolean fileHolds(String text) throws IOException {
        return Files.readString(TestStore.file(directory), StandardCharsets.ISO_8859_1)
                .contains(text);
    }

    private void flaw(FlawKind kind, long sequence, String id, long version) {
        ChainFlaw flaw = verify().first().orElseThrow();
        assertEquals(kind, flaw.kind(), flaw.sentence());
        assertEquals(sequence, flaw.sequence(), flaw.sentence());
        assertEquals(Optional.of(new RecordKey("note", id)), flaw.record(), flaw.sentence());
        assertEquals(version, flaw.version(), flaw.sentence());
        assertFalse(flaw.sentence().contains("because"), flaw.sentence());
    }

    @Test
    void findsNoFlawInWhatWasWritten() {
        Verification found = verify();
        assertEquals(Optional.empty(), found.first());
        assertEquals(9, found.versions());
        assertEquals(9, found.heads().get(0).sequence());
    }

    @Test
    void namesAVersionWhoseBodyWasChanged() throws SQLException {
        tamper("UPDATE version SET body = replace(body, 'b 1', 'b 2') WHERE entry = 5001");
        flaw(FlawKind.CHANGED, 5, "b", 2);
    }

    @Test
    void namesAVersionWhoseReasonAuthorOrTimeWasChanged() throws SQLException {
        tamper("UPDATE version SET committed_at = committed_at - 1 WHERE entry = 4001");
        flaw(FlawKind.CHANGED, 4, "a", 2);
        tamper("UPDATE version SET committed_at = committed_at + 1, reason = 'other' WHERE entry = 4001");
        flaw(FlawKind.CHANGED, 4, "a", 2);
        tamper("UPDATE version SET reason = 'because' WHERE entry = 4001", "UPDATE author SET account = 'eve'");
        flaw(FlawKind.CHANGED, 1, "a", 1);
    }

    @Test
    void namesAVersionWhoseHashWasChanged() throws SQLException {
        tamper("UPDATE version SET chain_hash = zeroblob(32) WHERE entry = 3001");
        flaw(FlawKind.CHANGED, 3, "c", 1);
    }

    @Test
    void namesAVersionThatWasRemoved() throws SQLException {
        tamper("DELETE FROM version WHERE entry = 5001");
        flaw(FlawKind.REMOVED, 5, "b", 2);
    }

    @Test
    void namesAVersionThatWasInserted() throws SQLException {
        tamper("INSERT INTO version SELECT entry + 1000, space, 'd', 1, 0, body_schema, patient, service_month, fields,"
                + " '[]', reason, committed_at, author, purged, content_hash, chain_hash, body FROM version"
                + " WHERE entry = 9001");
        flaw(FlawKind.INSERTED, 10, "d", 1);
    }

    @Test
    void namesTheFirstVersionOfACutTailThoughTheStoreRefusesToOpen() throws SQLException {
        tamper("DELETE FROM version WHERE entry > 7001");
        try (TestStore store = new TestStore(directory)) {
            assertEquals(StoreState.FAILED, store.keeper().status(ANN).state());
        }
        flaw(FlawKind.CUT_OFF, 8, "b", 3);
    }

    @Test
    void namesACutTailThoughAllElseWasMadeToFit() throws SQLException {
        tamper(
                "DELETE FROM version WHERE entry > 8001",
                "UPDATE head SET version = 2, entry = 6001 WHERE id = 'c'",
                "UPDATE field SET value = 'v1' WHERE id = 'c'",
                "UPDATE chain SET sequence = 8, chain_hash = (SELECT chain_hash FROM version WHERE entry = 8001)");
        ChainFlaw flaw = verify().first().orElseThrow();
        assertEquals(FlawKind.CUT_OFF, flaw.kind());
        assertEquals(9, flaw.sequence());
        try (TestStore store = new TestStore(directory)) {
            assertTrue(store.keeper().status(ANN).billingLocked());
            store.commit("d", 0);
            assertEquals(9, store.keeper().verify(ANN).first().orElseThrow().sequence());
            store.keeper().reconcile(ANN, "looked after");
            assertTrue(store.keeper().verify(ANN).sound());
        }
        assertTrue(verify().sound());
    }

    @Test
    void noticesAnotherHistoryThatIsSoundInItself(@TempDir Path other) throws Exception {
        try (TestStore store = new TestStore(other)) {
            for (int i = 0; i < 9; i++) {
                store.commit("x" + i, 0);
            }
        }
        Files.copy(TestStore.file(other), TestStore.file(directory), StandardCopyOption.REPLACE_EXISTING);
        assertFalse(verify().sound());
        try (TestStore store = new TestStore(directory)) {
            assertTrue(store.keeper().status(ANN).billingLocked());
        }
    }

    @Test
    void namesARecordWhoseOlderVersionIsCalledCurrent() throws SQLException {
        tamper("UPDATE head SET version = 2, entry = 4001 WHERE id = 'a'");
        flaw(FlawKind.CHANGED, 7, "a", 3);
    }

    @Test
    void namesARecordThatIsNoLongerFound() throws SQLException {
        tamper("DELETE FROM head WHERE id = 'b'");
        flaw(FlawKind.CHANGED, 2, "b", 1);
    }

    @Test
    void namesARecordThatIsFoundByWhatItDoesNotSay() throws SQLException {
        tamper("UPDATE field SET value = 'other' WHERE id = 'b'");
        flaw(FlawKind.CHANGED, 8, "b", 3);
    }

    @Test
    void namesARecordWhoseKeyWasGivenAway() throws SQLException {
        tamper("UPDATE held SET id = 'a' WHERE id = 'c'");
        flaw(FlawKind.CHANGED, 9, "c", 3);
    }

    @Test
    void noticesRowsThatNoVersionSpeaksOf() throws SQLException {
        tamper("INSERT INTO held VALUES (1, 'more', 'a')");
        assertEquals(FlawKind.INSERTED, verify().first().orElseThrow().kind());
    }

    @Test
    void verifiesWhatWasPurgedAndNotWhatWasOnlyEmptied() throws Exception {
        try (TestStore store = new TestStore(directory)) {
            PurgePolicy policy = new PurgePolicy(
                    "note", Optional.empty(), Optional.of(Instant.parse("2026-01-01T00:00:00Z")), "age");
            assertEquals(9, store.keeper().purge(ANN, policy).versions());
            Verification found = store.keeper().verify(ANN);
            assertEquals(Optional.empty(), found.first());
            assertEquals(9, found.purged());
            assertEquals(0, store.keeper().purge(ANN, policy).versions());
            assertEquals(Optional.empty(), store.records().get(ANN, new RecordKey("note", "a")));
            assertEquals(
                    "",
                    store.records()
                            .history(ANN, new RecordKey("note", "a"))
                            .get(0)
                            .body());
            store.commit("d", 0);
        }
        tamper(
                "UPDATE version SET body = '', fields = '{}', purged = 1 WHERE id = 'd'",
                "UPDATE head SET purged = 1 WHERE id = 'd'",
                "DELETE FROM field");
        flaw(FlawKind.CHANGED, 11, "d", 1);
    }

    @Test
    void leavesNothingOfWhatWasPurgedInTheFile() throws Exception {
        RecordDraft note = TestStore.note("long", 0);
        String body = "\"" + "secret".repeat(3000) + "\"";
        try (TestStore store = new TestStore(directory)) {
            store.commit(new RecordDraft(
                    note.key(), 0, 1, body, note.patient(), note.month(), note.index(), note.uniqueKeys(), "test"));
        }
        assertTrue(fileHolds("secretsecret"));
        try (TestStore store = new TestStore(directory)) {
            Optional<Instant> later = Optional.of(Instant.parse("2026-01-01T00:00:00Z"));
            store.keeper().purge(ANN, new PurgePolicy("note", Optional.empty(), later, "age"));
        }
        assertFalse(fileHolds("secret"));
    }

    @Test
    void doesNotNameWhatIsAnotherPractices() throws SQLException {
        tamper("UPDATE version SET body = '{}' WHERE entry = 5001");
        try (TestStore store = new TestStore(directory)) {
            Caller eve = Caller.of("eve", "south", Role.AUDITOR, "test");
            ChainFlaw flaw = store.keeper().verify(eve).first().orElseThrow();
            assertEquals(Optional.empty(), flaw.record());
            assertEquals(5, flaw.sequence());
        }
    }
}
