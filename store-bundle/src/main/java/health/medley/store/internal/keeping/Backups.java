package health.medley.store.internal.keeping;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.store.BackupReport;
import health.medley.core.store.StoreState;
import health.medley.core.store.Verification;
import health.medley.store.internal.chain.Chain;
import health.medley.store.internal.chain.HeadsKnown;
import health.medley.store.internal.chain.Sha256;
import health.medley.store.internal.chain.Verifier;
import health.medley.store.internal.database.Migrations;
import health.medley.store.internal.database.Names;
import health.medley.store.internal.database.Statements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.slf4j.LoggerFactory;

/**
 * Writes backups and puts them back, verifying each before it counts.
 *
 * @param store the store
 */
record Backups(RunningStore store) {

    BackupReport backup(Path file) {
        Path target = file.toAbsolutePath();
        if (Files.exists(target)) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Writing a backup: " + target + " exists; expected a file that does not");
        }
        // whoever looks for backups must not find one that is half written
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        try {
            Files.deleteIfExists(partial);
            store.database().copy(partial);
            BackupReport report = verify(partial);
            Files.writeString(hashFile(target), report.sha256() + "  " + target.getFileName() + "\n");
            Files.move(partial, target);
            return report;
        } catch (SQLException | IOException e) {
            throw new MedleyException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "Writing a backup: " + target + " could not be written (" + e.getMessage()
                            + "); choose a folder with room that this user may write",
                    e);
        } finally {
            remove(partial);
        }
    }

    BackupReport restore(Path file) {
        try {
            String expected = Files.readString(hashFile(file)).split("\\s")[0];
            if (!expected.equals(Sha256.of(file))) {
                throw damaged(file, "its SHA-256 is not the one in its .sha256 file");
            }
            BackupReport report = verify(file);
            if (!isLatest(report)) {
                store.opening()
                        .lockNext("a backup was restored, and the store knew more than it holds or nothing of it");
            }
            store.whileClosed(() -> store.database().replace(file));
            return report;
        } catch (SQLException e) {
            throw damaged(file, e.getMessage());
        } catch (IOException e) {
            throw new MedleyException(
                    ErrorCode.FILE_UNREADABLE,
                    "Restoring a backup: " + file + " or its .sha256 file cannot be read, or the store's directory not"
                            + " be written (" + e + ")",
                    e);
        }
    }

    /** Whether the backup holds all that the store is known to have held. */
    private boolean isLatest(BackupReport report) throws IOException {
        if (store.standing().state() == StoreState.READY) {
            return report.heads()
                    .equals(store.ask((statements, names) ->
                            Chain.all(statements).stream().map(Chain::head).toList()));
        }
        Map<Integer, NavigableMap<Long, String>> seen =
                HeadsKnown.of(store.opening().heads().lines()).seen();
        return !seen.isEmpty()
                && report.heads().stream().allMatch(head -> seen.getOrDefault(head.writer(), new TreeMap<>())
                        .tailMap(head.sequence(), true)
                        .equals(Map.of(head.sequence(), head.hash())));
    }

    private BackupReport verify(Path copy) throws SQLException, IOException {
        try (Statements statements = new Statements(store.database().openCopy(copy))) {
            int version = Migrations.read(statements.connection());
            store.migrations().refuseNewer(version);
            Verification found =
                    new Verifier(statements, new Names(), HeadsKnown.of(List.of()), space -> false).verify();
            if (!found.sound()) {
                throw damaged(copy, found.first().get().sentence());
            }
            return new BackupReport(Files.size(copy), Sha256.of(copy), found.versions(), found.heads());
        }
    }

    private static MedleyException damaged(Path file, String why) {
        return new MedleyException(
                ErrorCode.STORE_DAMAGED, "Verifying the backup " + file + ": " + why + "; use another backup");
    }

    private static Path hashFile(Path file) {
        return file.resolveSibling(file.getFileName() + ".sha256");
    }

    private static void remove(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            LoggerFactory.getLogger(Backups.class).warn("{} could not be removed: remove it", partial);
        }
    }
}
