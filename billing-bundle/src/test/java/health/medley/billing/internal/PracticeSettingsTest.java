package health.medley.billing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.billing.Determination;
import health.medley.core.billing.PatientMonth;
import health.medley.core.practice.Setting;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a practice is and sets decides which rules and values judge its months. */
class PracticeSettingsTest {
    private final SetMonths month =
            new SetMonths("2025-03").enroll("ccm", "staff").staff("ccm", 0, 25);

    private Determination only() {
        return month.decide().get(0);
    }

    private Determination again(Determination answer) {
        return SetMonths.billing()
                .recompute(FakePorts.CALLER, SetMonths.rules(answer), "p", month.month, answer.facts());
    }

    @Test
    void aClinicBillsIndividualCodesWhereItHasMovedToThem() {
        month.setting = Setting.RHC;
        month.extra.put("transition", "individual");
        assertEquals("[99490x1]", only().codes().toString());
    }

    @Test
    void aClinicBillsTheBundledCodeWhereItHasNotMoved() {
        month.setting = Setting.FQHC;
        month.extra.put("transition", "G0511");
        Determination clinic = only();
        assertEquals("[G0511x1]", clinic.codes().toString());
        assertEquals("ccm", clinic.program());
        assertEquals("clinic-2025", clinic.rules().orElseThrow().name());
        assertEquals(clinic.program(), again(clinic).program());
    }

    @Test
    void aPracticeSetsWhatSourcesLeaveOpenAndTheFactsRememberIt() {
        month.parameters = Map.of("ccm", Map.of("minimum-conditions", "4 conditions"));
        Determination strict = only();
        assertEquals("CONDITIONS_LT_2", strict.reason());
        assertEquals("4 conditions", strict.facts().get("parameter:minimum-conditions"));
        assertEquals("CONDITIONS_LT_2", again(strict).reason());
    }

    @Test
    void aValueTheRulesCannotTakeIsThePracticesToMend() {
        month.parameters = Map.of("ccm", Map.of("minimum-conditions", "many"));
        MedleyException refused = assertThrows(MedleyException.class, this::only);
        assertEquals(ErrorCode.ARGUMENT_INVALID, refused.code());
        assertTrue(refused.getMessage().contains("minimum-conditions"), refused.getMessage());
    }

    @Test
    void givenRulesGoBeforeTheInstalled() {
        Determination installed = only();
        assertEquals("ccm-2025", installed.rules().orElseThrow().name());
        PatientMonth plain = month.question();
        Determination given = SetMonths.billing()
                .determine(
                        FakePorts.CALLER,
                        new PatientMonth(
                                plain.month(),
                                plain.practice(),
                                plain.enrollments(),
                                plain.chart(),
                                plain.entries(),
                                plain.statement(),
                                plain.chronicOverrides(),
                                plain.overlapping(),
                                Optional.of(RuleFolder.changed(
                                        "codes/99490.yaml",
                                        text -> text.replace("at-least: 20 min", "at-least: 26 min")))))
                .get(0);
        assertEquals("TIME_BELOW_20", given.reason());
    }
}
