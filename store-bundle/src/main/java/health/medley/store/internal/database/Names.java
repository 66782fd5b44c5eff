package health.medley.store.internal.database;

import health.medley.core.Origin;
import health.medley.core.Role;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The small numbers that stand for spaces and authors in the rows. A number never changes once it is committed, so all
 * threads remember them here. Safe for concurrent use.
 */
public final class Names {

    private static final int MOST_AUTHORS = 20_000;

    private final Map<Space, Long> spaces = new ConcurrentHashMap<>();
    private final Map<Long, Space> spacesByNumber = new ConcurrentHashMap<>();
    private final Map<Long, Author> authors = new ConcurrentHashMap<>();
    private final Map<Author, Long> numbers = new ConcurrentHashMap<>();

    /** The number of a space; empty if nothing was ever committed in it. */
    public OptionalLong find(Statements statements, Space space) throws SQLException {
        Long known = spaces.get(space);
        if (known != null) {
            return OptionalLong.of(known);
        }
        PreparedStatement select = statements.of("SELECT space FROM space WHERE practice = ? AND kind = ?");
        select.setString(1, space.practice());
        select.setString(2, space.kind());
        try (ResultSet found = select.executeQuery()) {
            return found.next() ? OptionalLong.of(found.getLong(1)) : OptionalLong.empty();
        }
    }

    /** The number of an author; empty if there is none yet. */
    public OptionalLong find(Statements statements, Author author) throws SQLException {
        Long known = numbers.get(author);
        if (known != null) {
            return OptionalLong.of(known);
        }
        PreparedStatement select = statements.of("SELECT author FROM author WHERE account = ? AND role = ?"
                + " AND purpose = ? AND bundle = ? AND bundle_version = ? AND bundle_hash = ? AND routing = ?");
        set(select, 1, author);
        try (ResultSet found = select.executeQuery()) {
            return found.next() ? OptionalLong.of(found.getLong(1)) : OptionalLong.empty();
        }
    }

    /** Set an author's seven values from {@code first} on. */
    public static void set(PreparedStatement statement, int first, Author author) throws SQLException {
        statement.setString(first, author.user());
        statement.setString(first + 1, author.role().name());
        statement.setString(first + 2, author.purpose());
        statement.setString(first + 3, author.origin().bundle());
        statement.setString(first + 4, author.origin().version());
        statement.setString(first + 5, author.origin().sha256());
        statement.setLong(first + 6, author.routing());
    }

    /** Remember the number of a space that is committed. */
    public void remember(Space space, long number) {
        spaces.put(space, number);
        spacesByNumber.put(number, space);
    }

    /** Remember the number of an author that is committed. */
    public void remember(Author author, long number) {
        if (authors.size() >= MOST_AUTHORS) {
            authors.clear();
            numbers.clear();
        }
        authors.put(number, author);
        numbers.put(author, number);
    }

    /** The author with this number. */
    public Author author(Statements statements, long number) throws SQLException {
        Author known = authors.get(number);
        if (known != null) {
            return known;
        }
        PreparedStatement select = statements.of("SELECT account, role, purpose, bundle, bundle_version, bundle_hash,"
                + " routing FROM author WHERE author = ?");
        select.setLong(1, number);
        try (ResultSet found = select.executeQuery()) {
            if (!found.next()) {
                throw Damage.missing("author " + number);
            }
            Author author = new Author(
                    found.getString(1),
                    Role.valueOf(found.getString(2)),
                    found.getString(3),
                    new Origin(found.getString(4), found.getString(5), found.getString(6)),
                    found.getLong(7));
            remember(author, number);
            return author;
        }
    }

    /** The space with this number; empty if there is none. */
    public Optional<Space> space(Statements statements, long number) throws SQLException {
        Space known = spacesByNumber.get(number);
        if (known != null) {
            return Optional.of(known);
        }
        PreparedStatement select = statements.of("SELECT practice, kind FROM space WHERE space = ?");
        select.setLong(1, number);
        try (ResultSet found = select.executeQuery()) {
            return found.next() ? Optional.of(new Space(found.getString(1), found.getString(2))) : Optional.empty();
        }
    }
}
