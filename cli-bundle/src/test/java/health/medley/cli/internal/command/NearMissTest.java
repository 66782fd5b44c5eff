package health.medley.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import health.medley.core.Finding;
import health.medley.core.Outcome;
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

    private static Finding finding(Optional<String> change) {
        return new Finding("TIME", Outcome.NOTE, "A sentence.", Map.of(), Optional.empty(), change);
    }
}
