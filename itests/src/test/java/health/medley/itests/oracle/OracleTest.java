package health.medley.itests.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.itests.Places;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OracleTest {

    @Test
    void agreesWithTheIndependentReadingOfTheSamplePractice() {
        Path practice = Places.samplePractice();
        Map<String, Answer> answers = Oracle.of(practice, YearMonth.of(2025, 3)).answers();
        int compared = 0;
        for (Map<String, String> row : Csv.read(Places.sampleExpected())) {
            Answer expected = new Answer(
                    row.get("patient") + " ccm",
                    row.get("status"),
                    row.get("codes"),
                    row.get("amount"),
                    row.get("reason"),
                    Long.parseLong(row.get("staff_seconds")),
                    Long.parseLong(row.get("practitioner_seconds")),
                    row.get("status").equals("NO_BILL") ? "" : "2025-03-31");
            assertEquals(expected, answers.get(expected.key()));
            compared++;
        }
        assertEquals(173, compared);
        assertEquals(173, answers.size());
    }

    @Test
    void seesAnNpiWithAWrongCheckDigit() {
        assertTrue(Npi.valid("1234567893"));
        assertEquals(false, Npi.valid("1234567890"));
    }
}
