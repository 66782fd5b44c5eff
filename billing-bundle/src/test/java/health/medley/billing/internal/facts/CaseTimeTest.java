package health.medley.billing.internal.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.billing.internal.RuleFolder;
import health.medley.billing.internal.plan.FactVocabulary;
import health.medley.billing.internal.plan.PlanParts;
import health.medley.billing.internal.plan.RuleCompiler;
import health.medley.core.billing.CaseRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The time of each program, and what else a case's row gives to facts that rules use. */
class CaseTimeTest {
    private static final List<String> PROGRAMS =
            List.of("pcm", "tcm", "bhi", "cocm", "rpm", "rtm", "chi", "pin", "cpm");
    private final PlanParts plan = RuleCompiler.compile(RuleFolder.ccm(2025)).parts();

    /** Facts of a case: declared track, staff and practitioner minutes, events, further facts. */
    private Map<String, String> facts(String track, String staff, String practitioner, String events, String extra) {
        return facts(plan, track, staff, practitioner, events, extra);
    }

    private static Map<String, String> facts(
            PlanParts plan, String track, String staff, String practitioner, String events, String extra) {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("service_month", "2025-03");
        columns.put("declared_track", track);
        columns.put("staff_minutes", staff);
        columns.put("practitioner_minutes", practitioner);
        columns.put("patient_events", events);
        columns.put("extra_facts", extra);
        CaseFacts row = CaseFacts.read("cases.csv", new CaseRow(2, columns), FactVocabulary.platform());
        assertEquals(List.of(), row.problems());
        return CaseMonth.facts(row, row.month().orElseThrow(), plan);
    }

    @Test
    void statedMinutesOfEveryProgramBecomeItsSeconds() {
        for (String program : PROGRAMS) {
            Map<String, String> facts = facts("staff", "20", "0", "", program + "_minutes=19.5");
            assertEquals("1170", facts.get(program + "_seconds"), program);
            assertEquals("1200", facts.get("ccm_seconds"), program);
        }
        assertEquals("0", facts("staff", "20", "0", "", "bhi_minutes=0").get("bhi_seconds"));
        assertNull(facts("staff", "20", "0", "", "").get("bhi_seconds"));
    }

    @Test
    void theColumnsGiveTheTimeOfChronicAndPrincipalCare() {
        Map<String, String> chronic = facts("complex", "20", "5", "", "");
        assertEquals("1500", chronic.get("ccm_seconds"));
        assertNull(chronic.get("pcm_seconds"));
        Map<String, String> principal = facts("pcm_staff", "20", "10", "", "");
        assertEquals("1800", principal.get("pcm_seconds"));
        assertNull(principal.get("ccm_seconds"));
        assertEquals("1800", facts("pcm_staff", "20", "0", "", "pcm_minutes=30").get("pcm_seconds"));
        assertNull(facts("rpm", "20", "0", "", "rpm_minutes=10").get("ccm_seconds"));
    }

    @Test
    void minutesThatAreNotDistinctAreTheOtherProgramsTime() {
        Map<String, String> facts = facts("staff", "30", "0", "", "rpm_minutes=20;distinct_minutes=45");
        assertEquals("1200", facts.get("other_program_seconds"));
        assertEquals("rpm", facts.get("other_program"));
        assertEquals("1500", facts.get("ccm_seconds"));
        assertEquals("1500", facts.get("pooled_seconds"));
        Map<String, String> nothing = facts("staff", "30", "0", "", "tcm_minutes=25;distinct_ccm_minutes=0");
        assertEquals("0", nothing.get("pooled_seconds"));
        assertEquals("tcm", nothing.get("other_program"));
    }

    @Test
    void aProgramsOwnMinutesAreNeverAnotherPrograms() {
        Map<String, String> facts = facts("bhi", "0", "0", "", "bhi_minutes=20;distinct_minutes=20");
        assertEquals("1200", facts.get("bhi_seconds"));
        assertNull(facts.get("other_program"));
        Map<String, String> shared = facts("bhi", "20", "0", "", "bhi_minutes=20;distinct_minutes=30");
        assertEquals("600", shared.get("bhi_seconds"));
        assertEquals("ccm", shared.get("other_program"));
        assertEquals("1200", shared.get("other_program_seconds"));
    }

    @Test
    void daysAliveAfterTheDischargeNeedBothDays() {
        String day = "days_alive_after_discharge";
        assertEquals(
                "12",
                facts("tcm", "0", "0", "death=2025-03-12;discharge=2025-02-28", "")
                        .get(day));
        assertEquals(
                "0",
                facts("tcm", "0", "0", "death=2025-03-12;discharge=2025-03-12", "")
                        .get(day));
        assertNull(facts("tcm", "0", "0", "death=2025-03-12;discharge=2025-03-13", "")
                .get(day));
        assertNull(facts("tcm", "0", "0", "death=2025-03-12", "").get(day));
        assertNull(facts("tcm", "0", "0", "death=Y;discharge=2025-02-28", "").get(day));
    }

    @Test
    void aCaseMayStateItsLocality() {
        assertEquals("Y", facts("staff", "20", "0", "", "locality=10112-00").get("locality_priced"));
        assertEquals("Y", facts("staff", "20", "0", "", "locality=Alabama").get("locality_priced"));
        assertEquals("Y", facts("staff", "20", "0", "", "locality=national").get("locality_priced"));
        assertEquals("N", facts("staff", "20", "0", "", "locality=Atlantis").get("locality_priced"));
        assertNull(facts("staff", "20", "0", "", "").get("locality_priced"));
    }

    @Test
    void whatAPracticeSetIsAmongTheFacts() {
        Map<String, String> overrides = Map.of("minimum-conditions", "3 conditions");
        PlanParts set =
                RuleCompiler.compileAll(RuleFolder.ccm(2025), overrides).first().parts();
        assertEquals("3 conditions", facts(set, "staff", "20", "0", "", "").get("parameter:minimum-conditions"));
        assertFalse(
                facts("staff", "20", "0", "", "").keySet().stream().anyMatch(name -> name.startsWith("parameter:")));
    }

    @Test
    void everyNameOfTheVocabularyReachesAFactThatRulesCanUse() {
        FactVocabulary vocabulary = FactVocabulary.platform();
        vocabulary.all().forEach((name, fact) -> {
            boolean stated = fact.where().equals("extra") || fact.where().equals("event");
            List<String> feeds = fact.feeds().isEmpty() ? List.of(name) : fact.feeds();
            assertTrue(
                    !stated
                            || feeds.stream()
                                    .allMatch(fed -> vocabulary.find(fed).isPresent()),
                    name + " feeds " + feeds);
            if (stated) {
                String given = name + "=" + example(fact.kind().name(), name);
                boolean event = fact.where().equals("event");
                Map<String, String> facts = facts("staff", "0", "0", event ? given : "", event ? "" : given);
                assertTrue(feeds.stream().anyMatch(facts::containsKey) || ALONE.contains(name), name + " is lost");
            }
        });
    }

    /** Names that say something only together with another: who is named with who bills, distinct with other time. */
    private static final List<String> ALONE = List.of("distinct_ccm_minutes", "raw_logged", "cost_share_explained");

    private static String example(String kind, String name) {
        return switch (kind) {
            case "FLAG" -> "Y";
            case "DATE" -> "2025-03-10";
            case "COUNT" -> "3";
            case "TIME" -> "25";
            default -> name.equals("inpatient") || name.equals("snf_part_a") ? "2025-03-10/2025-03-31" : "99490";
        };
    }
}
