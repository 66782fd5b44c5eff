package health.medley.launcher.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Read headers of a manifest, where commas and semicolons in quotes do not separate. */
final class ManifestHeader {
    private ManifestHeader() {}

    /** The name of a header's first clause, without its parameters. */
    static String name(String header) {
        return split(header, ';').get(0).strip();
    }

    /** The value of {@code attribute} in the clause of {@code header} that begins with {@code name}. */
    static Optional<String> attribute(String header, String name, String attribute) {
        for (String clause : split(header, ',')) {
            List<String> parts = split(clause, ';');
            if (!parts.get(0).strip().equals(name)) {
                continue;
            }
            for (String part : parts.subList(1, parts.size())) {
                int equals = part.indexOf('=');
                if (equals > 0 && attribute(part.substring(0, equals)).equals(attribute)) {
                    return Optional.of(unquoted(part.substring(equals + 1).strip()));
                }
            }
        }
        return Optional.empty();
    }

    // an attribute may name its type, as in version:Version="1.0"
    private static String attribute(String left) {
        int colon = left.indexOf(':');
        return (colon < 0 ? left : left.substring(0, colon)).strip();
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (c == separator && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
