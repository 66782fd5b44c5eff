package health.medley.core.referral;

import health.medley.core.Page;
import java.util.Objects;

/**
 * Ask for referrals whose loop is open.
 *
 * @param overdueOnly only those that should have left their state before today
 * @param page which page
 */
public record LoopQuery(boolean overdueOnly, Page page) {
    /** Check that no part is null. */
    public LoopQuery {
        Objects.requireNonNull(page, "page");
    }
}
