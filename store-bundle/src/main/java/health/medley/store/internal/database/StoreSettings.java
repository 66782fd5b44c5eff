package health.medley.store.internal.database;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the record is kept.
 *
 * @param directory the store's own directory: the database on SQLite, and the heads of the chains always
 * @param url JDBC URL; empty for SQLite in {@code directory}
 * @param user the database's user; may be empty
 * @param password its password; may be empty
 */
public record StoreSettings(Path directory, String url, String user, String password) {
    /** Check that no part is null. */
    public StoreSettings {
        Objects.requireNonNull(directory, "directory");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }

    /** Without user and password. */
    @Override
    public String toString() {
        return url.isEmpty() ? "SQLite in " + directory : "a database by URL";
    }
}
