package health.medley.core.eligibility;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold one page of a screening worklist.
 *
 * @param rows those to show of the patients looked at, in the order of their references; may be fewer than asked for
 * @param next reference after which the next page begins; empty if this was the last one
 */
public record ScreeningPage(List<Screening> rows, Optional<String> next) {
    /** Copy the rows. */
    public ScreeningPage {
        rows = List.copyOf(rows);
        Objects.requireNonNull(next, "next");
    }
}
