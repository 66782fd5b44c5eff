package health.medley.core.prescription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import health.medley.core.PatientRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedicationValuesTest {

    @Test
    void isKnownByItsCodeWhateverItIsCalled() {
        MedicationCode one = new MedicationCode("rxnorm", "855332", "Warfarin");
        MedicationCode other = new MedicationCode("rxnorm", "855332", "warfarin sodium 5 MG");

        assertEquals(one.key(), other.key());
        assertNotEquals(one.key(), new MedicationCode("ndc", "855332", "Warfarin").key());
    }

    @Test
    void isKnownByItsNameWithoutACode() {
        assertEquals("fish oil", new MedicationCode("", " ", " Fish Oil ").key());
        assertThrows(IllegalArgumentException.class, () -> new MedicationCode("rxnorm", "", " "));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 30, tablet, 30, 0",
        "one a day, 0, tablet, 30, 0",
        "one a day, -1, tablet, 30, 0",
        "one a day, 30, '', 30, 0",
        "one a day, 30, tablet, 0, 0",
        "one a day, 30, tablet, 30, -1",
    })
    void refusesAPrescriptionWithoutItsAmounts(
            String directions, BigDecimal quantity, String unit, int days, int refills) {
        assertThrows(IllegalArgumentException.class, () -> prescription(directions, quantity, unit, days, refills));
    }

    @Test
    void takesTheSmallestPrescription() {
        assertEquals(
                1, prescription("one", new BigDecimal("0.5"), "tablet", 1, 0).days());
    }

    @Test
    void wantsAReasonToDenyARefill() {
        LocalDate day = LocalDate.parse("2025-03-10");

        assertThrows(IllegalArgumentException.class, () -> new RefillDecision(0, day, " "));
        assertThrows(IllegalArgumentException.class, () -> new RefillDecision(-1, day, "why"));
        assertEquals(0, new RefillDecision(0, day, "see first").times());
        assertEquals(1, new RefillDecision(1, day, "").times());
    }

    private static NewPrescription prescription(
            String directions, BigDecimal quantity, String unit, int days, int refills) {
        return new NewPrescription(
                new PatientRef("p" + "a".repeat(26)),
                new MedicationCode("", "", "warfarin"),
                directions,
                quantity,
                unit,
                days,
                refills,
                "",
                Optional.empty());
    }
}
