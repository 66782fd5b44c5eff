package health.medley.store.internal.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What differs between the databases. One object lives as long as the store; {@link #open} is called again after every
 * {@link #close}, as often as it takes, by the store's own thread, which nobody interrupts.
 *
 * <p>The tables and the SQL that reads and writes them are the same everywhere; each database brings its numbered
 * migrations in {@code medley/store/NAME/}.
 */
public interface Database {

    /** Highest number a writer may have. */
    int MOST_WRITERS = 999;

    /** Folder of the migrations below {@code medley/store/}: {@code sqlite}, {@code postgresql}. */
    String migrations();

    /** Product and version, once open; the product before. */
    String product();

    /**
     * Take what a writer needs for itself: a lock, a number.
     *
     * @throws SQLException if the database cannot be reached; {@link #failure} says whether to try again
     * @throws health.medley.core.MedleyException {@code STORE_UNAVAILABLE} to be tried again; any other is for good
     */
    void open() throws SQLException;

    /** Number of the chain this process alone writes while open, 1 to {@value #MOST_WRITERS}. */
    int writer();

    /**
     * Whether no other process ever writes this database: its chains can only have grown by what this directory's
     * heads file knows.
     */
    boolean alone();

    /** Make the connection that writes: no autocommit, durable when {@code commit} returns. */
    Connection writing() throws SQLException;

    /** Make a connection that reads: no autocommit, read-only; all statements of a transaction see one moment. */
    Connection reading() throws SQLException;

    /**
     * Look whether the database is whole and Medley's; called on the writing connection before migrations.
     *
     * @return what is wrong with it, as a sentence
     */
    Optional<String> examine(Connection writing) throws SQLException;

    /**
     * Look after the database while it is open; called by the store's thread about once a second, and not to hold it up.
     *
     * @param sequence end of this writer's chain
     * @throws SQLException what was found wrong beside the store's thread
     */
    default void tend(long sequence) throws SQLException {}

    /** What to add to a select of heads (aliased {@code h}) that will be changed: {@code FOR UPDATE OF h} or nothing. */
    String lockingHeads();

    /** What an error means. */
    Failure failure(SQLException error);

    /** Undo the transaction that {@code writing} is in, or was in until its failure ended it. */
    default void rollBack(Connection writing) throws SQLException {
        writing.rollback();
    }

    /** Write a consistent copy of the database to {@code file}, which does not exist; others go on meanwhile. */
    void copy(Path file) throws SQLException, IOException;

    /** Open a copy for reading alone, to verify it. */
    Connection openCopy(Path file) throws SQLException;

    /** Put a verified copy in the place of the database, setting that aside; called while closed. */
    void replace(Path file) throws SQLException, IOException;

    /** Give up what {@link #open} took; never throws. Connections were closed before. */
    void close();
}
