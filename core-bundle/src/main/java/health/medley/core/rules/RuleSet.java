package health.medley.core.rules;

import health.medley.core.ServiceMonth;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Hold a rule set: data, named, versioned and hashed, that never changes.
 *
 * @param ref name, version and the SHA-256 of {@code files}
 * @param program the program it rules, for example {@code ccm}
 * @param from first month it covers
 * @param to last month it covers
 * @param files text of each file by its path below {@code medley/rules/}, for example {@code codes/99490.yaml}
 */
public record RuleSet(RuleRef ref, String program, ServiceMonth from, ServiceMonth to, Map<String, String> files) {

    /** Copy the files, ordered by path, and check that the hash is theirs. */
    public RuleSet {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(program, "program");
        files = Collections.unmodifiableMap(new TreeMap<>(files));
        if (to.compareTo(from) < 0) {
            throw new IllegalArgumentException("Rule set " + ref + ": its last month is before its first");
        }
        if (!ref.sha256().equals(sha256Of(files))) {
            throw new IllegalArgumentException("Rule set " + ref + ": the hash is not that of its files");
        }
    }

    /** Make a rule set from its files, with the hash they have. */
    public static RuleSet of(
            String name,
            String version,
            String program,
            ServiceMonth from,
            ServiceMonth to,
            Map<String, String> files) {
        return new RuleSet(new RuleRef(name, version, sha256Of(files)), program, from, to, files);
    }

    /** Whether it covers {@code month} of {@code program}. */
    public boolean covers(String program, ServiceMonth month) {
        return this.program.equals(program) && from.compareTo(month) <= 0 && to.compareTo(month) >= 0;
    }

    private static String sha256Of(Map<String, String> files) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
        new TreeMap<>(files).forEach((path, text) -> {
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            digest.update((path + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        });
        return HexFormat.of().formatHex(digest.digest());
    }
}
