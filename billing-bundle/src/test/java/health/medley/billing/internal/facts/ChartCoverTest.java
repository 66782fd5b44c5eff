package health.medley.billing.internal.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import health.medley.core.chart.ChartCoverage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartCoverTest {
    private static final LocalDate SERVICE = LocalDate.of(2025, 3, 31);

    @Test
    void aChartWithoutCoverageSaysNothing() {
        assertEquals(true, ChartCover.holdsOn(List.of(), SERVICE));
    }

    @ParameterizedTest
    @CsvSource({
        "active, 2009-01-01, 2025-03-30, false",
        "active, 2009-01-01, 2025-03-31, true",
        "active, 2025-03-31, , true",
        "active, 2025-04-01, , false",
        "active, , , true",
        "'', , , true",
        "cancelled, , , false",
        "entered-in-error, 2009-01-01, , false",
    })
    void holdsFromItsFirstToItsLastDayWhileInForce(String status, LocalDate from, LocalDate to, boolean holds) {
        ChartCoverage cover = new ChartCoverage(status, List.of(), Optional.ofNullable(from), Optional.ofNullable(to));
        assertEquals(holds, ChartCover.holdsOn(List.of(cover), SERVICE));
    }

    @Test
    void oneCoverThatHoldsIsEnough() {
        ChartCoverage ended =
                new ChartCoverage("active", List.of(), Optional.empty(), Optional.of(SERVICE.minusDays(1)));
        ChartCoverage follows = new ChartCoverage("active", List.of(), Optional.of(SERVICE), Optional.empty());
        assertEquals(true, ChartCover.holdsOn(List.of(ended, follows), SERVICE));
    }
}
