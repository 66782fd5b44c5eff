package health.medley.benchmarks.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.benchmarks.engine.Agreement;
import health.medley.benchmarks.engine.HandWritten;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WorkloadTest {

    private final HandWritten handWritten = new HandWritten();

    @Test
    void givesThePublishedChecksum() {
        PatientRow[] rows = Workload.of(Mix.STANDARD, 200_000);

        assertEquals(526_654_562L, Agreement.checksum(handWritten, Mix.STANDARD, rows));
    }

    @Test
    void stopsSixRowsOfTenAtEligibilityInTheStandardMixAndFewInTheHeavyOne() {
        assertEquals(0.38, shareOfEligible(Mix.STANDARD), 0.02);
        assertTrue(shareOfEligible(Mix.HEAVY) > 0.98, "eligible in the heavy mix: " + shareOfEligible(Mix.HEAVY));
    }

    private double shareOfEligible(Mix mix) {
        PatientRow[] rows = Workload.of(mix, 20_000);
        return Arrays.stream(rows)
                        .filter(row -> (handWritten.decide(row) & 1) == 1)
                        .count()
                / (double) rows.length;
    }
}
