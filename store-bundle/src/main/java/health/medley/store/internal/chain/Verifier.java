package health.medley.store.internal.chain;

import health.medley.core.store.ChainFlaw;
import health.medley.core.store.ChainHead;
import health.medley.core.store.FlawKind;
import health.medley.core.store.RecordKey;
import health.medley.core.store.Verification;
import health.medley.store.internal.database.Names;
import health.medley.store.internal.database.Space;
import health.medley.store.internal.database.Statements;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Recomputes all chains of a database within one moment. One object verifies once. */
public final class Verifier {

    private static final int FETCHED = 1_000;

    private final Statements statements;
    private final Names names;
    private final HeadsKnown heads;
    private final Predicate<Space> named;
    private final ChainHasher hasher = new ChainHasher();
    private final Map<Integer, Chain> ends = new TreeMap<>();
    private final Map<Integer, Chain> told = new TreeMap<>();
    private final PurgesSeen purges = new PurgesSeen();
    private long versions;
    private long purged;

    /**
     * Verify what {@code statements} see.
     *
     * @param statements of a connection that reads
     * @param names numbers of spaces and authors
     * @param heads what the heads file says
     * @param named whose records may be named in the answer
     */
    public Verifier(Statements statements, Names names, HeadsKnown heads, Predicate<Space> named) {
        this.statements = statements;
        this.names = names;
        this.heads = heads;
        this.named = named;
    }

    /** Verify. */
    public Verification verify() throws SQLException {
        Chain.all(statements).forEach(chain -> told.put(chain.writer(), chain));
        Optional<ChainFlaw> flaw = versions();
        if (flaw.isEmpty()) {
            flaw = ends();
        }
        if (flaw.isEmpty()) {
            flaw = purges.unannounced(this::named);
        }
        if (flaw.isEmpty()) {
            flaw = new CurrentCheck(statements, this::named).check();
        }
        List<ChainHead> found = ends.values().stream().map(Chain::head).toList();
        return new Verification(versions, purged, found, flaw);
    }

    private Optional<ChainFlaw> versions() throws SQLException {
        PreparedStatement select = statements.of("SELECT " + VersionRow.COLUMNS + " FROM version ORDER BY entry");
        select.setFetchSize(FETCHED);
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                VersionRow version = VersionRow.of(row, statements, names);
                Optional<ChainFlaw> flaw = check(version);
                if (flaw.isPresent()) {
                    return flaw;
                }
                versions++;
                purged += version.purged() ? 1 : 0;
                purges.take(version);
            }
        }
        return Optional.empty();
    }

    private Optional<ChainFlaw> check(VersionRow version) throws SQLException {
        Link link = version.link();
        Chain end = ends.getOrDefault(link.writer(), Chain.empty(link.writer()));
        Chain told = this.told.get(link.writer());
        if (told == null || link.sequence() > told.sequence() || link.sequence() < 1) {
            return flaw(FlawKind.INSERTED, version, "no writer wrote it");
        }
        if (link.sequence() != end.sequence() + 1) {
            return Optional.of(missing(FlawKind.REMOVED, link.writer(), end.sequence() + 1));
        }
        if (!version.purged() && !version.contentHolds(hasher)) {
            return flaw(FlawKind.CHANGED, version, "its body or index fields are not what was written");
        }
        if (!version.follows(end.hash(), hasher)) {
            return flaw(FlawKind.CHANGED, version, "what is said of it is not what was written");
        }
        String exported = seen(heads.seen(), link.writer()).get(link.sequence());
        if (exported != null && !exported.equals(Sha256.hex(version.hash()))) {
            return flaw(FlawKind.CHANGED, version, "its hash is not the one exported to the heads file");
        }
        ends.put(link.writer(), new Chain(link.writer(), link.sequence(), version.hash(), link.at()));
        return Optional.empty();
    }

    private Optional<ChainFlaw> ends() throws SQLException {
        Set<Integer> writers = new HashSet<>(told.keySet());
        writers.addAll(heads.seen().keySet());
        writers.addAll(heads.lost().keySet());
        for (int writer : writers.stream().sorted().toList()) {
            long end = ends.getOrDefault(writer, Chain.empty(writer)).sequence();
            long expected = told.getOrDefault(writer, Chain.empty(writer)).sequence();
            for (Map<Integer, NavigableMap<Long, String>> known : List.of(heads.seen(), heads.lost())) {
                NavigableMap<Long, String> chain = seen(known, writer);
                expected = Math.max(expected, chain.isEmpty() ? 0 : chain.lastKey());
            }
            if (end < expected) {
                return Optional.of(missing(FlawKind.CUT_OFF, writer, end + 1));
            }
            if (!seen(heads.lost(), writer).isEmpty()) {
                long first = seen(heads.lost(), writer).firstKey();
                return Optional.of(missing(FlawKind.CUT_OFF, writer, first));
            }
        }
        return Optional.empty();
    }

    private static NavigableMap<Long, String> seen(Map<Integer, NavigableMap<Long, String>> known, int writer) {
        return known.getOrDefault(writer, new TreeMap<>());
    }

    private Optional<ChainFlaw> flaw(FlawKind kind, VersionRow version, String why) {
        Link link = version.link();
        return Optional.of(new ChainFlaw(
                kind,
                link.writer(),
                link.sequence(),
                named(link.space(), link.id()),
                link.version(),
                "Version " + link.sequence() + " of writer " + link.writer() + " is " + word(kind) + ": " + why));
    }

    /** What is gone, as far as the version after it or the current versions still name it. */
    private ChainFlaw missing(FlawKind kind, int writer, long sequence) throws SQLException {
        long entry = Chain.entry(writer, sequence);
        Optional<RecordKey> record = Optional.empty();
        long version = 0;
        PreparedStatement select = statements.of("SELECT space, id, version FROM head WHERE entry = ?"
                + " UNION ALL SELECT space, id, version - 1 FROM version WHERE previous = ?");
        select.setLong(1, entry);
        select.setLong(2, entry);
        try (ResultSet row = select.executeQuery()) {
            if (row.next()) {
                Optional<Space> space = names.space(statements, row.getLong(1));
                String id = row.getString(2);
                record = space.flatMap(known -> named(known, id));
                version = row.getLong(3);
            }
        }
        return new ChainFlaw(
                kind,
                writer,
                sequence,
                record,
                version,
                "Version " + sequence + " of writer " + writer + " is " + word(kind)
                        + (kind == FlawKind.CUT_OFF ? ", with all that came after it" : ""));
    }

    private Optional<RecordKey> named(Space space, String id) {
        return named.test(space) ? Optional.of(new RecordKey(space.kind(), id)) : Optional.empty();
    }

    private Optional<RecordKey> named(long space, String id) {
        try {
            return names.space(statements, space).flatMap(known -> named(known, id));
        } catch (SQLException e) {
            throw new IllegalStateException("Looking up the number of a practice", e);
        }
    }

    private static String word(FlawKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
