package health.medley.core;

import java.util.Objects;
import java.util.Optional;

/**
 * Ask for one page of a list that is ordered by id.
 *
 * @param after id of the last item of the page before; empty for the first page
 * @param limit how many items at most, 1 to {@value #MOST}
 */
public record Page(Optional<String> after, int limit) {

    /** Most items of a page. */
    public static final int MOST = 1_000;

    /** The first page, as large as it may be. */
    public static final Page FIRST = new Page(Optional.empty(), MOST);

    /** Check the limit. */
    public Page {
        Objects.requireNonNull(after, "after");
        if (limit < 1 || limit > MOST) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Asking for a page of " + limit + " items: expected 1 to " + MOST + "; ask for the next page with"
                            + " after");
        }
    }
}
