package health.medley.rest.internal.server;

import health.medley.core.Caller;
import health.medley.core.Role;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that there is a practice and that its administrator can come in. */
final class FirstStart {

    private static final String ADMINISTRATOR = "administrator";

    private final Logger logger = LoggerFactory.getLogger(FirstStart.class);
    private final Accounts accounts;
    private final ServerFiles files;

    FirstStart(Accounts accounts, ServerFiles files) {
        this.accounts = accounts;
        this.files = files;
    }

    /** Make what is missing. Doing it again, or from another node, does no harm. */
    void run() throws IOException {
        Caller server = Accounts.server("first start");
        if (accounts.practice(Accounts.MAIN).isEmpty()) {
            files.write(new Secret(accounts.open(server, Accounts.MAIN, "Main practice", ADMINISTRATOR)
                    .secret()));
            return;
        }
        Optional<Secret> token = files.token();
        if (token.isEmpty() || accounts.holder(token.get()).isEmpty()) {
            // lost, or of a store that was replaced: whoever may write here may also read the store
            logger.warn("admin.token was missing or no longer valid; a new token was made");
            files.write(new Secret(
                    accounts.issue(server, Accounts.MAIN, ADMINISTRATOR, Role.ADMINISTRATOR, Optional.empty())
                            .secret()));
        }
    }
}
