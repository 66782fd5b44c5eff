package health.medley.rest.internal.platform;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Permission;
import health.medley.core.Role;
import health.medley.rest.internal.http.Call;
import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;
import health.medley.rest.internal.http.RouteSource;
import health.medley.rest.internal.server.Accounts;
import health.medley.rest.internal.server.PracticeAccount;
import health.medley.rest.internal.server.Token;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who may come in: the tokens of a practice, and the practices of the server. */
@Component(service = AccountRoutes.class)
public final class AccountRoutes implements RouteSource {

    private static final Pattern PRACTICE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,79}");
    private static final int LONGEST_NAME = 200;

    private final Accounts accounts;

    /** Take the accounts. */
    @Activate
    public AccountRoutes(@Reference Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * Who is asking.
     *
     * @param user the account's name
     * @param practice the practice the token is for
     * @param role the role acted in
     */
    public record Self(String user, String practice, Role role) {}

    /**
     * A token to be made.
     *
     * @param user who will hold it: an account's name, letters, digits and {@code . _ @ -}
     * @param role the role its holder acts in
     * @param expires when it ends; never if not said
     */
    public record NewToken(String user, Role role, Optional<Instant> expires) {}

    /**
     * A token that was made.
     *
     * @param secret the token itself, shown this once
     * @param token what is kept of it
     */
    public record MadeToken(String secret, Token token) {}

    /**
     * A practice to be added.
     *
     * @param id its id: lower-case letters, digits and hyphens
     * @param name what people call it
     * @param administrator its first administrator, an account's name
     */
    public record NewPractice(String id, String name, String administrator) {}

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("account-self", "/api/account", "Say whose token this is.")
                        .gives(Self.class)
                        .by(call -> Reply.of(new Self(
                                call.caller().user(),
                                call.caller().practice(),
                                call.caller().role()))),
                Route.get(
                                "tokens-list",
                                "/api/tokens",
                                "List the tokens of the practice; the tokens themselves are kept nowhere.")
                        .needs(Permission.ADMINISTER_PLATFORM)
                        .paged()
                        .givesList(Token.class)
                        .by(call -> Reply.page(
                                accounts.tokens(call.caller(), call.caller().practice(), call.page()), call.page())),
                Route.post(
                                "token-make",
                                "/api/tokens",
                                "Make a token for somebody of the practice; it is shown this once.")
                        .needs(Permission.ADMINISTER_PLATFORM)
                        .takes(NewToken.class)
                        .makes(MadeToken.class)
                        .by(this::make),
                Route.delete("token-revoke", "/api/tokens/{id}", "Take a token back.")
                        .needs(Permission.ADMINISTER_PLATFORM)
                        .withVersion()
                        .gives(Token.class)
                        .by(call -> Reply.of(accounts.revoke(call.caller(), call.path("id"), call.version()))),
                Route.get(
                                "practices-list",
                                "/api/practices",
                                "List the practices of this server; for administrators of main.")
                        .needs(Permission.ADMINISTER_PLATFORM)
                        .paged()
                        .givesList(PracticeAccount.class)
                        .by(this::practices),
                Route.post(
                                "practice-add",
                                "/api/practices",
                                "Add a practice with its first administrator, whose token is shown this once; for administrators of main.")
                        .needs(Permission.ADMINISTER_PLATFORM)
                        .takes(NewPractice.class)
                        .makes(MadeToken.class)
                        .by(this::add));
    }

    private Reply make(Call call) {
        NewToken wanted = call.body(NewToken.class);
        if (wanted.user() == null || !USER.matcher(wanted.user()).matches()) {
            throw wrong("Making a token: the user is missing or no account's name");
        }
        if (wanted.role() == null || wanted.role() == Role.HOST) {
            throw wrong("Making a token: the role is missing or HOST, which is for programs that embed Medley");
        }
        Accounts.Issued issued =
                accounts.issue(call.caller(), call.caller().practice(), wanted.user(), wanted.role(), wanted.expires());
        return made(issued);
    }

    private static Reply made(Accounts.Issued issued) {
        return Reply.of(new MadeToken(issued.secret(), issued.token()))
                .at("/api/tokens/" + issued.token().id());
    }

    private Reply practices(Call call) {
        OfMain.check(call.caller());
        return Reply.page(accounts.practices(call.caller(), call.page()), call.page());
    }

    private Reply add(Call call) {
        OfMain.check(call.caller());
        NewPractice wanted = call.body(NewPractice.class);
        boolean id = wanted.id() != null && PRACTICE.matcher(wanted.id()).matches();
        if (!id || wanted.id().equals(Accounts.SERVER)) {
            throw wrong(
                    "Adding a practice: the id is missing, or is not 1 to 40 lower-case letters, digits and hyphens");
        }
        if (wanted.name() == null || wanted.name().isBlank() || wanted.name().length() > LONGEST_NAME) {
            throw wrong("Adding a practice: the name is missing or longer than " + LONGEST_NAME + " characters");
        }
        if (wanted.administrator() == null
                || !USER.matcher(wanted.administrator()).matches()) {
            throw wrong("Adding a practice: the administrator is missing or no account's name");
        }
        return made(accounts.open(call.caller(), wanted.id(), wanted.name(), wanted.administrator()));
    }

    private static MedleyException wrong(String what) {
        return new MedleyException(ErrorCode.ARGUMENT_INVALID, what + "; see GET /api/openapi.json");
    }
}
