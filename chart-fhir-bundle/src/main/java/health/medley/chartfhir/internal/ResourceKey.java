package health.medley.chartfhir.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Names a resource within its patient's chart, so that the next delivery finds it: its id; for a MedicationStatement,
 * which stands beside MedicationRequests, its type too. One without an id is named by what it says.
 */
final class ResourceKey {

    private static final String STATEMENT = ResourceKind.MEDICATION_STATEMENT.resourceType() + "/";
    private static final String NAMELESS = "?";
    private static final int DIGITS = 32;

    private final Map<String, Integer> nameless = new HashMap<>();

    /** The key of a resource; {@code fact} is what was read of it, for {@code patient}. */
    String of(ResourceKind kind, String id, String patient, Object fact) {
        if (!id.isEmpty()) {
            return kind == ResourceKind.MEDICATION_STATEMENT ? STATEMENT + id : id;
        }
        String digest = NAMELESS + digest(kind + " " + fact);
        // a delivery that says the same twice means two
        int number = nameless.merge(patient + digest, 1, Integer::sum);
        return number == 1 ? digest : digest + "." + number;
    }

    /** The resource's id in the EHR; empty if it has none. */
    static String id(String key) {
        if (key.startsWith(NAMELESS)) {
            return "";
        }
        return key.startsWith(STATEMENT) ? key.substring(STATEMENT.length()) : key;
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
