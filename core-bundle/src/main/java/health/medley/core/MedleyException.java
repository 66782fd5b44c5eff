package health.medley.core;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Report that a call could not be answered. The code is for machines; the message says what was being done, the
 * offending value, what was expected and the next step, and never holds patient data.
 */
public final class MedleyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /** Report {@code code} with a message as described above. */
    public MedleyException(ErrorCode code, String message) {
        this(code, message, null);
    }

    /** Report {@code code} with a message and what caused it, if one of ours. */
    public MedleyException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(Objects.requireNonNull(message, "message"), cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    /** What went wrong, for machines. */
    public ErrorCode code() {
        return code;
    }

    @Override
    public String toString() {
        return code + ": " + getMessage();
    }
}
