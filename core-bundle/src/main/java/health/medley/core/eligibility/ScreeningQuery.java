package health.medley.core.eligibility;

import health.medley.core.Page;
import health.medley.core.ServiceMonth;
import java.util.Objects;

/**
 * Say whom to screen.
 *
 * @param program for which program
 * @param month for which month
 * @param show which of them to show
 * @param page which patients to look at, in the order of their references; {@code after} is a reference
 */
public record ScreeningQuery(String program, ServiceMonth month, Show show, Page page) {

    /** Which of the screened patients to show. */
    public enum Show {
        /** All of them. */
        ALL,
        /** Those who are eligible and not enrolled. */
        TO_ENROLL,
        /** Those who are enrolled and lack something before the month can be billed. */
        INCOMPLETE
    }

    /** Check that no part is null. */
    public ScreeningQuery {
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(show, "show");
        Objects.requireNonNull(page, "page");
    }
}
