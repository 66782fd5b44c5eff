package health.medley.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import health.medley.core.CareTime;
import health.medley.core.Finding;
import health.medley.core.Money;
import health.medley.core.Outcome;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.Determination;
import health.medley.core.billing.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMissTest {

    @ParameterizedTest
    @CsvSource({
        "2 min 10 s more clinical-staff time gives 99439., 130",
        "45 s more time gives 99490., 45",
        "5 min more time gives 99490., 300",
    })
    void readsTheMissingTime(String change, long seconds) {
        assertEquals(
                seconds,
                NearMiss.of(finding(Optional.of(change)))
                        .orElseThrow()
                        .missing()
                        .seconds());
    }

    @Test
    void passesOverWhatIsNoMatterOfTime() {
        assertEquals(Optional.empty(), NearMiss.of(finding(Optional.of("One more chronic disease is needed."))));
        assertEquals(Optional.empty(), NearMiss.of(finding(Optional.of("more time"))));
        assertEquals(Optional.empty(), NearMiss.of(finding(Optional.empty())));
    }

    @Test
    void hopesForNothingWhereSomethingElseStandsAgainstIt() {
        Finding time = finding(Optional.of("1 s more time gives 99490."));
        assertEquals(1, NearMiss.of(determination(List.of(time))).size());
        Finding plan = new Finding(
                "NO_CARE_PLAN", Outcome.FAILED, "There is none.", Map.of(), Optional.empty(), Optional.of("Make one."));
        assertEquals(List.of(), NearMiss.of(determination(List.of(plan, time))));
    }

    private static Determination determination(List<Finding> findings) {
        return new Determination(
                "p1",
                ServiceMonth.parse("2025-03"),
                "ccm",
                Status.NO_BILL,
                List.of(),
                Money.ZERO,
                "TIME_BELOW_20",
                CareTime.NONE,
                CareTime.NONE,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                "",
                findings);
    }

    private static Finding finding(Optional<String> change) {
        return new Finding("TIME", Outcome.NOTE, "A sentence.", Map.of(), Optional.empty(), change);
    }
}
