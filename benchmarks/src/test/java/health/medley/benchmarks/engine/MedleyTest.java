package health.medley.benchmarks.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import health.medley.benchmarks.workload.Mix;
import health.medley.benchmarks.workload.PatientRow;
import health.medley.benchmarks.workload.Workload;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MedleyTest {

    private final HandWritten handWritten = new HandWritten();

    @ParameterizedTest
    @EnumSource(Mix.class)
    void givesTheAnswersOfTheHandWrittenRulesRowByRow(Mix mix) {
        PatientRow[] rows = Workload.of(mix, 20_000);
        long checksum = Agreement.checksum(handWritten, mix, rows);

        for (Contestant medley :
                List.of(new MedleyOnRows(), new MedleyOnCounted(), new MedleyTraced(), new MedleyRendered())) {
            medley.prepare(rows);
            Agreement.check(handWritten, medley, rows);
            assertEquals(checksum, medley.decideAll(rows, 0, rows.length));
        }
    }
}
