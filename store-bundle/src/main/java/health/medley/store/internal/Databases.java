package health.medley.store.internal;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.store.internal.database.Database;
import health.medley.store.internal.database.StoreSettings;
import health.medley.store.internal.postgresql.PostgresDatabase;
import health.medley.store.internal.sqlite.SqliteDatabase;

/** Chooses the database by its URL. */
final class Databases {

    private Databases() {}

    static Database of(StoreSettings settings) {
        if (settings.url().isEmpty()) {
            return new SqliteDatabase(settings.directory());
        }
        if (settings.url().startsWith("jdbc:postgresql:")) {
            return new PostgresDatabase(settings);
        }
        // the URL is not repeated: it may hold a password
        throw new MedleyException(
                ErrorCode.ARGUMENT_INVALID,
                "Opening the store: its URL is none Medley knows; expected jdbc:postgresql://HOST/DATABASE, or none for"
                        + " SQLite");
    }
}
