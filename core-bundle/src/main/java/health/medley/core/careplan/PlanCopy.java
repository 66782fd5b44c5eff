package health.medley.core.careplan;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Note that a copy of a plan was given.
 *
 * @param to to whom
 * @param form in which form
 * @param day when
 */
public record PlanCopy(CopyRecipient to, CopyForm form, LocalDate day) {
    /** Check that no part is null. */
    public PlanCopy {
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(day, "day");
    }
}
