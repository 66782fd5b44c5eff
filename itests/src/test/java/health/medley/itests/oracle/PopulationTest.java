package health.medley.itests.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PopulationTest {
    private static final Set<String> MUST_OCCUR = Set.of(
            "OK",
            "DUPLICATE",
            "NPI_CHECK_DIGIT",
            "DOS_BEFORE_THRESHOLD",
            "DOS_AFTER_DEATH",
            "NO_PART_B",
            "SNF_PART_A",
            "BILLER_NOT_ELIGIBLE",
            "CONDITIONS_LT_2",
            "RISK_NOT_DOCUMENTED",
            "NO_CONSENT",
            "CONSENT_REVOKED",
            "CONSENT_OTHER_PRACTITIONER",
            "CONSENT_INCOMPLETE",
            "NO_INITIATING_VISIT",
            "INITIATING_VISIT_TYPE",
            "INITIATING_VISIT_OTHER_PRACTITIONER",
            "CCM_NOT_DISCUSSED",
            "NO_CARE_PLAN",
            "CARE_PLAN_COPY_MISSING",
            "ACCESS_24_7_MISSING",
            "CPO_EXCLUSIVE",
            "ESRD_EXCLUSIVE",
            "CCM_PCM_SAME_PRACTITIONER",
            "ONE_PRACTITIONER_PER_MONTH",
            "HOSPICE_REVIEW",
            "COMPLEX_TIME_BELOW_60",
            "COMPLEX_PLAN_NOT_MET",
            "COMPLEX_MDM_NOT_MET",
            "WRONG_PERFORMER_99491",
            "PRACT_TIME_COUNTS_AS_STAFF",
            "EXCLUSIVE_99490_99491",
            "EXCLUSIVE_99487_99491",
            "ADDON_WRONG_PRIMARY",
            "ADDON_WITHOUT_PRIMARY",
            "CODE_NOT_VALID_FOR_DOS",
            "TIME_BEFORE_CONSENT",
            "NONCLINICAL_TIME",
            "TIME_AFTER_DEATH",
            "INPATIENT_TIME",
            "OUTSIDE_US",
            "DOUBLE_COUNT_BHI",
            "DOUBLE_COUNT_RPM",
            "DOUBLE_COUNT_TCM",
            "NO_CARRY_OVER",
            "TIME_BELOW_20",
            "REVOCATION_END_OF_MONTH",
            "MONTH_BOUNDARY",
            "CONCURRENT_STAFF_ONCE",
            "ADDON_CAP_2",
            "MUE_EXCEEDED_REVIEW");

    @Test
    void holdsEveryReasonItIsMadeFor(@TempDir Path folder) throws Exception {
        Population population = Population.of(7, 1100, YearMonth.of(2024, 10), ZoneId.of("America/Los_Angeles"), "11");
        Oracle oracle = Oracle.of(population.write(folder), YearMonth.of(2024, 10));
        Set<String> reasons = new TreeSet<>();
        oracle.answers().values().forEach(answer -> reasons.add(answer.reason()));
        Set<String> missing = new TreeSet<>(MUST_OCCUR);
        missing.removeAll(reasons);
        assertEquals(Set.of(), missing);
        assertTrue(
                oracle.answers().size() > 1050,
                "enrollments: " + oracle.answers().size());
    }
}
