package health.medley.store.internal.commit;

import health.medley.store.internal.database.Author;
import health.medley.store.internal.database.Names;
import health.medley.store.internal.database.Space;
import health.medley.store.internal.database.Statements;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Finds and gives the numbers of spaces and authors within one transaction; others learn of them once it is done. */
final class Numbering {

    private final Statements statements;
    private final Names names;
    private final Map<Space, Long> spaces = new HashMap<>();
    private final Map<Author, Long> authors = new HashMap<>();

    Numbering(Statements statements, Names names) {
        this.statements = statements;
        this.names = names;
    }

    long space(Space space) throws SQLException {
        Long known = spaces.get(space);
        if (known == null) {
            OptionalLong found = names.find(statements, space);
            known = found.isPresent() ? found.getAsLong() : add(space);
            spaces.put(space, known);
        }
        return known;
    }

    long author(Author author) throws SQLException {
        Long known = authors.get(author);
        if (known == null) {
            OptionalLong found = names.find(statements, author);
            known = found.isPresent() ? found.getAsLong() : add(author);
            authors.put(author, known);
        }
        return known;
    }

    void committed() {
        spaces.forEach(names::remember);
        authors.forEach(names::remember);
    }

    private long add(Space space) throws SQLException {
        long number = next("SELECT COALESCE(MAX(space), 0) + 1 FROM space");
        PreparedStatement insert = statements.of("INSERT INTO space (space, practice, kind) VALUES (?, ?, ?)");
        insert.setLong(1, number);
        insert.setString(2, space.practice());
        insert.setString(3, space.kind());
        insert.executeUpdate();
        return number;
    }

    private long add(Author author) throws SQLException {
        long number = next("SELECT COALESCE(MAX(author), 0) + 1 FROM author");
        PreparedStatement insert = statements.of("INSERT INTO author (author, account, role, purpose, bundle,"
                + " bundle_version, bundle_hash, routing) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        insert.setLong(1, number);
        Names.set(insert, 2, author);
        insert.executeUpdate();
        return number;
    }

    private long next(String sql) throws SQLException {
        try (ResultSet found = statements.of(sql).executeQuery()) {
            found.next();
            return found.getLong(1);
        }
    }
}
