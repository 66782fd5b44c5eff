package health.medley.rest.internal.server;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Page;
import health.medley.core.Role;
import health.medley.core.store.Changes;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.RecordStore;
import health.medley.record.RecordJson;
import health.medley.record.RecordKind;
import health.medley.record.Records;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The practices of this server and who may come in. They are kept under a practice of the server's own. */
@Component(service = Accounts.class)
public final class Accounts {

    /** The practice that the first start makes; its administrators run the server. */
    public static final String MAIN = "main";

    /** The practice under which the server keeps its own records; no token is for it. */
    public static final String SERVER = "server";

    private static final String PRACTICE = "practice";

    private final RecordStore store;
    private final Clock clock;
    private final Records<Token> tokens;
    private final Records<PracticeAccount> practices;
    private final TokenCache cache;

    /** Take the store. */
    @Activate
    public Accounts(@Reference RecordStore store) {
        this(store, Clock.systemUTC());
    }

    Accounts(RecordStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
        var mapper = RecordJson.mapper();
        tokens = new Records<>(
                store,
                RecordKind.of("rest.token", 1, Token.class, mapper)
                        .foundBy(token -> Map.of(PRACTICE, token.practice())));
        practices = new Records<>(store, RecordKind.of("rest.practice", 1, PracticeAccount.class, mapper));
        cache = new TokenCache(clock);
    }

    /** The server acting for itself. */
    static Caller server(String purpose) {
        return Caller.of("server", SERVER, Role.HOST, purpose);
    }

    /** Find who holds a token; empty if nobody, or not any more. */
    Optional<Token> holder(Secret secret) {
        return cache.get(secret.hash(), hash -> tokens.find(server("token check"), hash))
                .filter(token -> token.valid(clock.instant()));
    }

    /** The practices, in the order of their ids. */
    public List<PracticeAccount> practices(Caller caller, Page page) {
        return practices.list(
                caller.practice().equals(SERVER) ? caller : on(caller),
                practices.query().page(page.after(), page.limit()));
    }

    public Optional<PracticeAccount> practice(String id) {
        return practices.find(server("practice check"), id);
    }

    /** Add a practice with its first administrator, in one commit. */
    public Issued open(Caller caller, String id, String name, String administrator) {
        Issued issued = issued(id, administrator, Role.ADMINISTRATOR, Optional.empty());
        Caller own = on(caller);
        if (practices.find(own, id).isPresent()) {
            throw new MedleyException(
                    ErrorCode.KEY_TAKEN,
                    "Adding the practice " + id + ": there is one with this id; choose another id");
        }
        commit(
                own,
                List.of(
                        practices.draft(own, new PracticeAccount(id, 0, name), "practice added"),
                        tokens.draft(own, issued.token(), "first administrator")));
        return issued.kept();
    }

    /** Make a token. */
    public Issued issue(Caller caller, String practice, String user, Role role, Optional<Instant> expires) {
        Issued issued = issued(practice, user, role, expires);
        Caller own = on(caller);
        commit(own, List.of(tokens.draft(own, issued.token(), "token made")));
        return issued.kept();
    }

    private void commit(Caller own, List<RecordDraft> drafts) {
        if (store.commit(own, new Changes(drafts, Optional.ofNullable(own.request())))
                .repeated()) {
            throw new MedleyException(
                    ErrorCode.STATE_INVALID,
                    "Making a token: this request made one before, and its text was shown that once; if it was lost,"
                            + " revoke that token and make another with a new Idempotency-Key");
        }
    }

    private static Issued issued(String practice, String user, Role role, Optional<Instant> expires) {
        Secret secret = Secret.random();
        return new Issued(secret.text(), new Token(secret.hash(), 0, practice, user, role, expires, false));
    }

    /** The tokens of a practice, in the order of their hashes. */
    public List<Token> tokens(Caller caller, String practice, Page page) {
        return tokens.list(on(caller), tokens.query().where(PRACTICE, practice).page(page.after(), page.limit()));
    }

    /** Take a token of the caller's practice back. */
    public Token revoke(Caller caller, String id, long version) {
        Caller own = on(caller);
        Token token = tokens.find(own, id)
                .filter(found -> found.practice().equals(caller.practice()))
                .orElseThrow(() -> new MedleyException(
                        ErrorCode.RECORD_ABSENT,
                        "Revoking a token: practice " + caller.practice() + " has none with this id; list its tokens"));
        Token taken = tokens.save(
                own,
                new Token(id, version, token.practice(), token.user(), token.role(), token.expires(), true),
                "token revoked");
        cache.forget(id);
        return taken;
    }

    /** The same person and request, in the practice where the server keeps its own. */
    private static Caller on(Caller caller) {
        return new Caller(
                caller.user(),
                SERVER,
                caller.role(),
                caller.purpose(),
                caller.origin(),
                caller.pin(),
                caller.request());
    }

    /**
     * A token that was just made.
     *
     * @param secret the token itself, shown this once
     * @param token what is kept of it
     */
    public record Issued(String secret, Token token) {
        Issued kept() {
            return new Issued(
                    secret,
                    new Token(token.id(), 1, token.practice(), token.user(), token.role(), token.expires(), false));
        }
    }
}
