package health.medley.store.internal.chain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Computes the hashes of a chain. The hash of a version is the SHA-256 of the hash before it, of all that is said of
 * the version, and of its content's hash; every part is written as its length in bytes and its UTF-8 bytes, so that no
 * two versions read the same. Used by one thread.
 */
public final class ChainHasher {

    private static final String FORM = "medley-chain-1";

    private final MessageDigest digest = Sha256.digest();

    /** The hash before the first version. */
    public static byte[] beginning() {
        return new byte[Sha256.LENGTH];
    }

    /** The hash of a content: body and index fields, which alone are purged. */
    public byte[] content(byte[] body, String fields) {
        digest.update(body);
        // no text of the record holds this byte
        digest.update((byte) 0);
        return digest.digest(fields.getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of a version that follows the one with hash {@code before}. */
    public byte[] next(byte[] before, Link link, byte[] content) {
        digest.update(before);
        part(FORM);
        part(link.writer());
        part(link.sequence());
        part(link.space().practice());
        part(link.space().kind());
        part(link.id());
        part(link.version());
        part(link.previous());
        part(link.schema());
        part(link.patient());
        part(link.month());
        part(link.keys());
        part(link.reason());
        part(link.at());
        part(link.author().user());
        part(link.author().role().name());
        part(link.author().purpose());
        part(link.author().origin().bundle());
        part(link.author().origin().version());
        part(link.author().origin().sha256());
        part(link.author().routing());
        return digest.digest(content);
    }

    private void part(long number) {
        part(Long.toString(number));
    }

    private void part(@Nullable String text) {
        if (text == null) {
            length(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        length(bytes.length);
        digest.update(bytes);
    }

    private void length(int length) {
        digest.update((byte) (length >> 24));
        digest.update((byte) (length >> 16));
        digest.update((byte) (length >> 8));
        digest.update((byte) length);
    }
}
