package health.medley.chartfhir.internal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Takes references of FHIR apart: {@code Patient/ID}, an absolute URL that ends so (with a version or without),
 * {@code urn:uuid:ID}, and conditional ones, {@code Patient?identifier=SYSTEM|VALUE}.
 */
final class References {

    /** How a conditional reference to a patient begins. */
    static final String PATIENT = "Patient?identifier=";

    /** How a conditional reference to a practitioner begins. */
    static final String PRACTITIONER = "Practitioner?identifier=";

    private static final String URN_UUID = "urn:uuid:";

    private References() {}

    /** The id in a literal reference to a resource of {@code type}; null if it is no such reference. */
    static @Nullable String literalId(String reference, String type) {
        String segment = type + "/";
        int at = reference.startsWith(segment) ? 0 : reference.lastIndexOf("/" + segment) + 1;
        if (at == 0 && !reference.startsWith(segment)) {
            return null;
        }
        int from = at + segment.length();
        int to = from;
        while (to < reference.length() && isIdCharacter(reference.charAt(to))) {
            to++;
        }
        boolean ends = to == reference.length() || reference.startsWith("/_history/", to);
        return ends && to > from ? reference.substring(from, to) : null;
    }

    /** The identifier, {@code system|value}, in a conditional reference to {@code type}; null if it is none. */
    static @Nullable String conditionalIdentifier(String reference, String type) {
        String start = type + "?identifier=";
        int at = reference.startsWith(start) ? 0 : reference.lastIndexOf("/" + start) + 1;
        if (at == 0 && !reference.startsWith(start)) {
            return null;
        }
        int end = reference.indexOf('&', at);
        String token = reference.substring(at + start.length(), end < 0 ? reference.length() : end);
        return token.indexOf('%') < 0 ? token : decoded(token);
    }

    /** Whether it is {@code urn:uuid:ID}. */
    static boolean isUrn(String reference) {
        return reference.startsWith(URN_UUID);
    }

    /** The id in {@code urn:uuid:ID}. */
    static String urnId(String reference) {
        return reference.substring(URN_UUID.length());
    }

    private static String decoded(String token) {
        try {
            return URLDecoder.decode(token.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // a lone % is no encoding: then the token is meant as it stands
            return token;
        }
    }

    private static boolean isIdCharacter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_';
    }
}
