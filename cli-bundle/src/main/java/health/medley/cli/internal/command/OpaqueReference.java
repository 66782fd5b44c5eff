package health.medley.cli.internal.command;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes short references to patients: a keyed hash, cut to a few characters. The same key gives the same references, so
 * that two runs of the demo show the same table.
 */
final class OpaqueReference {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHOWN = 6;

    private final Mac mac;

    OpaqueReference(String key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    /** The reference of a patient. */
    String of(String patient) {
        byte[] hash = mac.doFinal(patient.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash).substring(0, SHOWN);
    }
}
