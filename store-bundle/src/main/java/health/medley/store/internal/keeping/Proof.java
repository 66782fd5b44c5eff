package health.medley.store.internal.keeping;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.store.Verification;
import health.medley.store.internal.chain.HeadsKnown;
import health.medley.store.internal.chain.Verifier;
import health.medley.store.internal.database.Database;
import health.medley.store.internal.database.Names;
import health.medley.store.internal.database.Space;
import health.medley.store.internal.database.Statements;
import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Predicate;

/**
 * Verifies the chains of a store, also of one that refuses to open because of what is wrong with it.
 *
 * @param store the store
 */
record Proof(RunningStore store) {

    Verification verify(Predicate<Space> named) {
        HeadsKnown heads = heads();
        if (!store.failed()) {
            return store.ask((statements, names) -> new Verifier(statements, names, heads, named).verify());
        }
        Database database = store.database();
        try {
            database.open();
            try (Statements statements = new Statements(database.reading())) {
                return new Verifier(statements, new Names(), heads, named).verify();
            } finally {
                database.close();
            }
        } catch (SQLException e) {
            throw new MedleyException(
                    ErrorCode.STORE_DAMAGED,
                    "Verifying the store: it cannot be read (" + e.getMessage()
                            + "); restore a backup with medley restore");
        }
    }

    private HeadsKnown heads() {
        try {
            // read before the database: what is exported meanwhile is in neither
            return HeadsKnown.of(store.opening().heads().lines());
        } catch (IOException e) {
            throw new MedleyException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "Verifying the store: its heads file cannot be read; mend the rights of its directory",
                    e);
        }
    }
}
