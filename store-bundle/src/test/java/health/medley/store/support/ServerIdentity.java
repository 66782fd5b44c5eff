package health.medley.store.support;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.List;
import java.util.Optional;

/**
 * As whom PostgreSQL runs, which refuses to run as root: as ourselves, or where that is root as a user of the machine
 * that may do nothing.
 *
 * @param user the user's name; empty for ourselves
 */
record ServerIdentity(String user) {

    private static final List<String> USERS = List.of("postgres", "nobody");
    private static final String AS_USER =
            "exec setpriv --reuid=\"$0\" --regid=\"$(id -g \"$0\")\" --clear-groups \"$@\"";

    /** Find out. */
    static ServerIdentity find() throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new ServerIdentity("");
        }
        for (String user : USERS) {
            if (principal(user).isPresent()) {
                return new ServerIdentity(user);
            }
        }
        throw new IOException("PostgreSQL does not run as root; expected one of the users " + USERS + " to run it as");
    }

    /** What its command lines begin with. Both programs replace themselves, so a process started is PostgreSQL's. */
    List<String> prefix() {
        return user.isEmpty() ? List.of() : List.of("sh", "-c", AS_USER, user);
    }

    /** Give it a folder. */
    void own(Path folder) throws IOException {
        if (!user.isEmpty()) {
            Files.setOwner(folder, principal(user).orElseThrow());
        }
    }

    private static Optional<UserPrincipal> principal(String user) throws IOException {
        try {
            return Optional.of(
                    FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(user));
        } catch (UserPrincipalNotFoundException e) {
            return Optional.empty();
        }
    }
}
