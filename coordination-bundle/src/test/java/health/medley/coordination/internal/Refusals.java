package health.medley.coordination.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import org.junit.jupiter.api.function.Executable;

/** Expects refusals by their code. */
public final class Refusals {

    private Refusals() {}

    public static String refused(ErrorCode code, Executable call) {
        MedleyException refusal = assertThrows(MedleyException.class, call);
        assertEquals(code, refusal.code(), refusal.getMessage());
        return refusal.getMessage();
    }
}
