package health.medley.billing.internal.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeDaysTest {
    @ParameterizedTest
    @CsvSource({
        "G2058, 2019-12-31, false",
        "G2058, 2020-01-01, true",
        "G2058, 2020-12-31, true",
        "G2058, 2021-01-01, false",
        "G0511, 2025-09-30, true",
        "G0511, 2025-10-01, false",
        "99445, 2025-12-31, false",
        "99445, 2026-01-01, true",
        "99490, 2020-01-01, true"
    })
    void aCodeIsThereFromItsFirstDayToItsLast(String code, LocalDate day, boolean there) {
        assertEquals(there, CodeDays.platform().exists(code, day));
    }
}
