package health.medley.launcher.internal;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which files belong to the platform and the hash of each, as the build wrote them down. */
record BundleIndex(String source, Map<String, String> hashes) {
    static final String NAME = "index";
    // the same lines as sha256sum writes and checks
    private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64}) [ *]([^/\\\\]+)");

    static BundleIndex parse(String source, String text) {
        Map<String, String> hashes = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            Matcher matcher = LINE.matcher(line.stripTrailing());
            if (!matcher.matches()) {
                throw new MedleyException(
                        ErrorCode.PLATFORM_NOT_STARTED,
                        "Medley did not start: line " + number + " of " + source + " is \"" + line
                                + "\"; expected the SHA-256, two spaces and a file name; unpack Medley again");
            }
            hashes.put(matcher.group(2), matcher.group(1).toLowerCase(Locale.ROOT));
        }
        return new BundleIndex(source, hashes);
    }

    BundleFile checked(String file, byte[] content) {
        String expected = hashes.get(file);
        String actual = BundleFile.hash(content);
        if (!actual.equals(expected)) {
            throw new MedleyException(
                    ErrorCode.PLATFORM_NOT_STARTED,
                    "Medley did not start: the bundle " + file + " is not the one that was shipped: its SHA-256 is "
                            + actual + ", expected " + expected + " as in " + source
                            + "; unpack the distribution again");
        }
        return BundleFile.of(file, content, actual);
    }
}
