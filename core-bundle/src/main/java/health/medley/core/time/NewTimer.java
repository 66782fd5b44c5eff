package health.medley.core.time;

import java.util.Objects;

/**
 * Say whose timer begins and for what.
 *
 * @param performer who works: an NPI or the practice's own name for a person
 * @param role in which role
 * @param kind what is done, one of the words of {@link NewTime#kind()}
 * @param program the program the time is given for
 */
public record NewTimer(String performer, TimeRole role, String kind, String program) {
    /** Check the words. */
    public NewTimer {
        Objects.requireNonNull(role, "role");
        TimeWords.performer(performer);
        TimeWords.kind(kind);
        TimeWords.program(program);
    }
}
