package health.medley.switchboard.internal;

import java.util.Comparator;
import org.osgi.framework.Version;

/** The order of versions: by number, 1.10.0 after 1.9.0; what is no version comes last, by its letters. */
final class Versions {
    /** As said. */
    static final Comparator<String> ORDER = Versions::compare;

    private Versions() {}

    private static int compare(String one, String other) {
        try {
            return Version.parseVersion(one).compareTo(Version.parseVersion(other));
        } catch (IllegalArgumentException e) {
            return one.compareTo(other);
        }
    }
}
