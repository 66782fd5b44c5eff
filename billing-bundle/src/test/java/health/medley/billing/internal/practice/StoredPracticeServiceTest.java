package health.medley.billing.internal.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Role;
import health.medley.core.practice.Practice;
import health.medley.core.practice.PracticeSettings;
import health.medley.core.practice.Setting;
import health.medley.record.MemoryRecordStore;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredPracticeServiceTest {
    private static final Caller NORTH = Caller.of("adam", "north", Role.ADMINISTRATOR, "test");

    private final StoredPracticeService practices = new StoredPracticeService(new MemoryRecordStore(Clock.systemUTC()));

    private static Practice practice(String name, String npi, String place, String locality) {
        return new Practice(
                name,
                npi,
                ZoneId.of("America/New_York"),
                place,
                locality,
                Setting.RHC,
                Map.of("cocm", Map.of("first-month", "70 min")));
    }

    @Test
    void readsBackWhatWasSet() {
        Practice north = practice("North", "1999999034", "11", "national");

        PracticeSettings first = practices.update(NORTH, 0, north);
        PracticeSettings second = practices.update(NORTH, 1, practice("North East", "1999999034", "12", "national"));

        assertEquals(north, first.practice());
        assertEquals(2, second.version());
        assertEquals("North East", practices.practice(NORTH).name());
        assertEquals(Optional.of(second), practices.settings(NORTH));
    }

    @Test
    void saysWhatToDoWhereNobodyHasSetIt() {
        practices.update(NORTH, 0, practice("North", "1999999034", "11", "national"));
        Caller south = Caller.of("adam", "south", Role.ADMINISTRATOR, "test");

        MedleyException refused = assertThrows(MedleyException.class, () -> practices.practice(south));

        assertEquals(ErrorCode.STATE_INVALID, refused.code());
        assertTrue(refused.getMessage().contains("sets its name, NPI"), refused.getMessage());
        assertEquals(Optional.empty(), practices.settings(south));
    }

    @Test
    void refusesASecondWriter() {
        Practice north = practice("North", "1999999034", "11", "national");
        practices.update(NORTH, 0, north);

        assertEquals(
                ErrorCode.RECORD_CHANGED,
                assertThrows(MedleyException.class, () -> practices.update(NORTH, 0, north))
                        .code());
    }

    @ParameterizedTest
    @CsvSource({
        "' ',1999999034,11,national",
        "North,1999999035,11,national",
        "North,199999903,11,national",
        "North,1999999034,1,national",
        "North,1999999034,111,national",
        "North,1999999034,AB,national",
        "North,1999999034,11,' '"
    })
    void refusesWhatCannotStandOnAClaim(String name, String npi, String place, String locality) {
        assertEquals(
                ErrorCode.ARGUMENT_INVALID,
                assertThrows(
                                MedleyException.class,
                                () -> practices.update(NORTH, 0, practice(name, npi, place, locality)))
                        .code());
        assertEquals(Optional.empty(), practices.settings(NORTH));
    }
}
