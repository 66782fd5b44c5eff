package health.medley.record.due;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.MedleyException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WithinTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                // the holidays that the Office of Personnel Management lists for 2025 and 2026
                "2025-01-01", "2025-01-20", "2025-02-17", "2025-05-26", "2025-06-19", "2025-07-04", "2025-09-01",
                "2025-10-13", "2025-11-11", "2025-11-27", "2025-12-25", "2026-07-03", "2021-12-31", "2023-01-02",
                // a Saturday and a Sunday
                "2025-03-01", "2025-03-02"
            })
    void noBusinessIsDoneOn(LocalDate day) {
        assertFalse(BusinessDays.isOne(day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03-03", "2026-07-02", "2026-07-06", "2022-01-03", "2020-06-19", "2025-11-28"})
    void businessIsDoneOn(LocalDate day) {
        assertTrue(BusinessDays.isOne(day));
    }

    @ParameterizedTest
    @CsvSource({
        "2 business days, 2025-03-05, 2025-03-07",
        "2 business days, 2025-03-06, 2025-03-10",
        "2 business days, 2025-03-07, 2025-03-11",
        "2 business days, 2025-03-08, 2025-03-11",
        "2 business days, 2025-11-26, 2025-12-01",
        "1 business day, 2021-12-30, 2022-01-03",
        "0 business days, 2025-03-08, 2025-03-08",
        "7 days, 2025-02-26, 2025-03-05",
        "14 days, 2025-12-25, 2026-01-08",
    })
    void whatHappenedOnADayIsDue(String within, LocalDate day, LocalDate due) {
        Within deadline = Within.parse(within, "a test");
        assertEquals(due, deadline.from(day));
        assertEquals(within, deadline.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1 days", "2 weeks", "2  days", "2.5 days", "9999 days"})
    void whatIsNoDeadlineIsRefused(String text) {
        assertThrows(MedleyException.class, () -> Within.parse(text, "a test"));
    }

    @Test
    void aDayIsSingular() {
        assertEquals("1 business day", Within.parse("1 business days", "a test").toString());
    }
}
