package health.medley.billing.internal.facts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Write facts as canonical JSON (RFC 8785), so that the same facts have the same hash everywhere. */
public final class CanonicalFacts {
    private static final int FIRST_PRINTABLE = 0x20;

    private CanonicalFacts() {}

    /** The facts as one JSON object of strings, keys in the order of their UTF-16 code units, no white space. */
    public static String json(Map<String, String> facts) {
        StringBuilder json = new StringBuilder("{");
        // String's natural order is that of UTF-16 code units, as RFC 8785 asks for
        new TreeMap<>(facts).forEach((name, value) -> {
            json.append(json.length() > 1 ? "," : "");
            quote(name, json);
            json.append(':');
            quote(value, json);
        });
        return json.append('}').toString();
    }

    /** SHA-256 of the JSON in lower-case hex. */
    public static String sha256(Map<String, String> facts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(json(facts).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static void quote(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> json.append(c < FIRST_PRINTABLE ? "\\u%04x".formatted((int) c) : String.valueOf(c));
            }
        }
        json.append('"');
    }
}
