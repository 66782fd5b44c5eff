package health.medley.billing.internal.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.billing.internal.plan.Fact;
import health.medley.billing.internal.plan.FactKind;
import health.medley.billing.internal.plan.FactVocabulary;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ProgramsTest {
    private final Programs programs = Programs.platform();

    @Test
    void tracksAndSettingsLeadToTheirPrograms() {
        assertEquals("ccm", programs.ofTrack("complex"));
        assertEquals("pcm", programs.ofTrack("pcm_practitioner"));
        assertEquals("rpm", programs.ofTrack("rpm"));
        assertEquals(Optional.of("clinic"), programs.ofSetting("RHC"));
        assertEquals(Optional.of("clinic"), programs.ofSetting("FQHC"));
        assertEquals(Optional.empty(), programs.ofSetting("PFS"));
    }

    @Test
    void theFactsOfEveryProgramAreInTheVocabulary() {
        for (Programs.Timed timed : programs.timed()) {
            Fact seconds = FactVocabulary.platform().find(timed.seconds()).orElseThrow();
            assertEquals(FactKind.TIME, seconds.kind());
            assertEquals("s", seconds.unit());
            if (!timed.minutes().isEmpty()) {
                Fact minutes = FactVocabulary.platform().find(timed.minutes()).orElseThrow();
                assertTrue(minutes.feeds().contains(timed.seconds()), timed.minutes());
            }
        }
        assertEquals(10, programs.timed().size());
    }

    @Test
    void countedTimeGoesBeforeWhatPeopleState() {
        assertEquals(Map.of("bhi_seconds", "1500"), counted("bhi", Map.of("bhi_minutes", "20"), 1500, 600));
        assertEquals(Map.of("bhi_seconds", "1200"), counted("bhi", Map.of("bhi_minutes", "20"), 0, 0));
        assertEquals(Map.of("bhi_seconds", "0"), counted("bhi", Map.of(), 0, 0));
        assertEquals(Map.of("cpm_seconds", "600"), counted("cpm", Map.of(), 1500, 600));
        assertEquals(
                Map.of("ccm_seconds", "1500", "bhi_seconds", "1200"),
                counted("ccm", Map.of("bhi_minutes", "20"), 1500, 600));
        assertEquals(Map.of(), counted("apcm", Map.of(), 1500, 600));
    }

    private static Map<String, String> counted(String program, Map<String, String> extra, long pooled, long personal) {
        Map<String, String> facts = new TreeMap<>();
        new ProgramTime(program, extra, facts).counted(pooled, personal);
        return facts;
    }

    @Test
    void everyProgramIsListedOnce() {
        List<String> names =
                programs.timed().stream().map(Programs.Timed::program).toList();
        assertEquals(names.stream().distinct().toList(), names);
    }
}
