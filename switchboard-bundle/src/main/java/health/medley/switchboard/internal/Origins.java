package health.medley.switchboard.internal;

import health.medley.core.Origin;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/** Say where a bundle came from. The hash is in the location the launcher installs it with. */
final class Origins {
    /** Service property with the version of what a host contributes; the system bundle's own says nothing about it. */
    static final String VERSION = "medley.version";

    private static final String HOST = "host";
    private static final Pattern LOCATION = Pattern.compile("medley:([0-9a-f]{64})/.*");

    private Origins() {}

    /** The origin of a consumer. */
    static Origin of(Bundle bundle) {
        Matcher location = LOCATION.matcher(bundle.getLocation());
        String hash = location.matches() ? location.group(1) : "";
        return new Origin(nameOf(bundle), bundle.getVersion().toString(), hash);
    }

    /** The origin of a provider; a host's contribution has the version it declares. */
    static Origin ofProvider(Bundle bundle, @Nullable Object declaredVersion) {
        Origin origin = of(bundle);
        return origin.bundle().equals(HOST) && declaredVersion instanceof String version
                ? new Origin(HOST, version, origin.sha256())
                : origin;
    }

    /** Symbolic name, or {@code host} for the program that embeds the platform. */
    static String nameOf(Bundle bundle) {
        if (bundle.getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
            return HOST;
        }
        String name = bundle.getSymbolicName();
        return name == null ? bundle.getLocation() : name;
    }
}
