package health.medley.core.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class TimeEntryTest {

    @Test
    void mayLastNoTimeButNotLessAndOnlyWholeSeconds() {
        assertEquals(
                "a",
                entry("2025-03-01T10:00:00-05:00", "2025-03-01T10:00:00-05:00").id());
        assertThrows(
                IllegalArgumentException.class, () -> entry("2025-03-01T10:00:00-05:00", "2025-03-01T09:59:59-05:00"));
        assertThrows(
                IllegalArgumentException.class,
                () -> entry("2025-03-01T10:00:00.5-05:00", "2025-03-01T10:00:01-05:00"));
    }

    @Test
    void comparesInstantsNotLocalTimes() {
        assertEquals(
                "a",
                entry("2025-11-02T01:59:00-04:00", "2025-11-02T01:01:00-05:00").id());
    }

    private static TimeEntry entry(String start, String end) {
        OffsetDateTime from = OffsetDateTime.parse(start);
        return new TimeEntry("a", "p", from, OffsetDateTime.parse(end), "rn-1", TimeRole.STAFF, "call", "ccm");
    }
}
