package health.medley.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ServiceMonthTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void isAnHourShortWhenClocksGoForwardAndAnHourLongWhenTheyGoBack() {
        assertEquals(Duration.ofHours(31 * 24 - 1), length("2025-03"));
        assertEquals(Duration.ofHours(30 * 24 + 1), length("2025-11"));
        assertEquals(Duration.ofHours(31 * 24), length("2025-01"));
    }

    @Test
    void containsItsFirstAndLastDayAndNeitherNeighbour() {
        ServiceMonth leap = ServiceMonth.parse("2024-02");
        assertTrue(leap.contains(LocalDate.of(2024, 2, 1)));
        assertTrue(leap.contains(LocalDate.of(2024, 2, 29)));
        assertFalse(leap.contains(LocalDate.of(2024, 1, 31)));
        assertFalse(leap.contains(LocalDate.of(2024, 3, 1)));
    }

    @Test
    void refusesWhatIsNoMonthAndSaysHowToWriteOne() {
        MedleyException e = assertThrows(MedleyException.class, () -> ServiceMonth.parse("2025-13"));
        assertEquals(ErrorCode.ARGUMENT_INVALID, e.code());
        assertTrue(e.getMessage().contains("\"2025-13\"") && e.getMessage().contains("YYYY-MM"), e.getMessage());
    }

    private static Duration length(String month) {
        ServiceMonth m = ServiceMonth.parse(month);
        return Duration.between(m.start(NEW_YORK), m.end(NEW_YORK));
    }
}
