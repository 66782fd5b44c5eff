package health.medley.switchboard.internal.rules;

import health.medley.core.MedleyException;
import health.medley.core.ServiceMonth;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The capability {@code medley.rules} with which a manifest says what rules a bundle carries. */
public final class Capability {
    /** Its namespace. */
    public static final String NAMESPACE = "medley.rules";

    private static final Pattern MONTHS = Pattern.compile("\\[\\s*([0-9-]+)\\s*,\\s*([0-9-]+)\\s*\\]");

    private Capability() {}

    /**
     * Read its attributes.
     *
     * @param attributes name, program and months; a version is allowed and then must be the bundle's
     * @param bundleVersion version of the bundle
     */
    static RuleIdentity read(RuleText source, Map<String, ?> attributes, String bundleVersion) {
        String name = text(source, attributes, "name");
        String program = text(source, attributes, "program");
        Matcher months = MONTHS.matcher(text(source, attributes, "months"));
        if (!months.matches()) {
            throw source.invalid(
                    "its manifest gives the months \"" + attributes.get("months") + "\"",
                    "Write months=\"[2025-01,2025-12]\" in Provide-Capability.");
        }
        Object version = attributes.get("version");
        if (version != null && !version.toString().equals(bundleVersion)) {
            throw source.invalid(
                    "its manifest gives the rules the version " + version + " and the bundle " + bundleVersion,
                    "Give both the same version.");
        }
        try {
            return new RuleIdentity(
                    name,
                    bundleVersion,
                    program,
                    ServiceMonth.parse(months.group(1)),
                    ServiceMonth.parse(months.group(2)));
        } catch (MedleyException e) {
            throw source.invalid(
                    "its manifest gives the months \"" + attributes.get("months") + "\"",
                    "Write months=\"[2025-01,2025-12]\" in Provide-Capability.",
                    e);
        }
    }

    private static String text(RuleText source, Map<String, ?> attributes, String key) {
        @Nullable Object value = attributes.get(key);
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        throw source.invalid(
                "its manifest gives no " + key + " for its rules",
                "Write Provide-Capability: medley.rules;name=\"...\";program=\"...\";months=\"[2025-01,2025-12]\".");
    }
}
