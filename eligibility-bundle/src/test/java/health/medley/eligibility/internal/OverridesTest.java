package health.medley.eligibility.internal;

import static health.medley.eligibility.internal.ScreeningRoom.CLINICIAN;
import static health.medley.eligibility.internal.ScreeningRoom.refused;
import static health.medley.eligibility.internal.TestCharts.DIABETES;
import static health.medley.eligibility.internal.TestCharts.since2010;
import static health.medley.eligibility.internal.enrollment.Clinic.CALLER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.PatientRef;
import health.medley.core.Role;
import health.medley.core.eligibility.ConditionEvidence;
import health.medley.core.eligibility.ConditionJudgement;
import health.medley.core.eligibility.ConditionOverride;
import health.medley.core.eligibility.Judge;
import health.medley.core.eligibility.Screening;
import health.medley.record.RecordIds;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Clinicians' words on conditions. */
class OverridesTest {

    private final ScreeningRoom room = new ScreeningRoom();

    @Test
    void aCliniciansWordGoesBeforeTheListAndCanBeTakenBack() {
        PatientRef patient = room.patient("fhir-1", List.of(), since2010(DIABETES), since2010("ICD10CM:Z99.89"));
        assertFalse(room.screen(patient).eligible());

        ConditionOverride word = room.screening.override(
                CLINICIAN, patient, new ConditionJudgement("ICD10CM:z9989", true, "depends on a machine"));

        assertEquals("ICD10CM:Z99.89", word.code());
        Screening row = room.screen(patient);
        assertTrue(row.eligible());
        ConditionEvidence evidence = row.evidence().get(1);
        assertEquals(Judge.CLINICIAN, evidence.judge());
        assertEquals("depends on a machine", evidence.source());

        room.screening.override(CLINICIAN, patient, new ConditionJudgement(DIABETES, false, "was a mistake"));
        assertEquals(1, room.screen(patient).diseases().size());

        ConditionOverride taken = room.screening.withdraw(CLINICIAN, word.id(), word.version(), "machine returned");
        assertTrue(taken.withdrawn());
        assertEquals(0, room.screen(patient).diseases().size());
        assertEquals(2, room.screening.overrides(CALLER, Set.of(patient)).size());
        refused(ErrorCode.STATE_INVALID, () -> room.screening.withdraw(CLINICIAN, word.id(), 2, "again"));
        refused(ErrorCode.RECORD_CHANGED, () -> room.screening.withdraw(CLINICIAN, word.id(), 1, "again"));

        ConditionOverride again = room.screening.override(
                CLINICIAN, patient, new ConditionJudgement("ICD10CM:Z99.89", true, "it is back"));
        assertEquals(3, again.version());
        assertFalse(again.withdrawn());
    }

    @Test
    void aWordNeedsACodeThatIsJudgedAndAReason() {
        PatientRef patient = room.ill("fhir-1");
        for (String code : List.of("E11.9", "LOINC:1234-5", "ICD10CM:", "ICD10CM:<b>", "SNOMED:x", "SNOMED:123")) {
            refused(
                    ErrorCode.ARGUMENT_INVALID,
                    () -> room.screening.override(CLINICIAN, patient, new ConditionJudgement(code, true, "why")));
        }
        refused(
                ErrorCode.ARGUMENT_INVALID,
                () -> room.screening.override(CLINICIAN, patient, new ConditionJudgement(DIABETES, true, " ")));
        refused(
                ErrorCode.PATIENT_UNKNOWN,
                () -> room.screening.override(
                        CLINICIAN, RecordIds.patient(), new ConditionJudgement(DIABETES, true, "why")));
        refused(ErrorCode.RECORD_ABSENT, () -> room.screening.withdraw(CLINICIAN, "nobody.SNOMED:1", 1, "why"));
        assertEquals(List.of(), room.screening.overrides(CALLER, Set.of(patient)));
        assertEquals(Map.of(), EvidenceList.words(Map.of()));
    }

    @Test
    void anotherPracticeSeesNoWords() {
        PatientRef patient = room.ill("fhir-1");
        room.screening.override(CLINICIAN, patient, new ConditionJudgement(DIABETES, true, "why"));

        Caller south = Caller.of("ann", "south", Role.CARE_MANAGER, "tests");
        assertEquals(List.of(), room.screening.overrides(south, Set.of(patient)));
    }
}
