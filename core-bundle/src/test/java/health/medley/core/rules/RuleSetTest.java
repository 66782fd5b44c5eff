package health.medley.core.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ServiceMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleSetTest {

    private static final ServiceMonth FROM = ServiceMonth.parse("2025-01");
    private static final ServiceMonth TO = ServiceMonth.parse("2025-12");

    @Test
    void hashDependsOnContentAndPathButNotOnTheOrderOfFiles() {
        Map<String, String> one = new LinkedHashMap<>();
        one.put("a", "1");
        one.put("b", "2");
        Map<String, String> other = new LinkedHashMap<>();
        other.put("b", "2");
        other.put("a", "1");
        assertEquals(hash(one), hash(other));
        assertNotEquals(hash(one), hash(Map.of("a", "12", "b", "")));
        assertNotEquals(hash(one), hash(Map.of("a", "1", "c", "2")));
        assertEquals(64, hash(one).length());
    }

    @Test
    void refusesAHashThatIsNotThatOfItsFiles() {
        RuleRef wrong = new RuleRef("ccm-2025", "1.0.0", "0".repeat(64));
        assertThrows(IllegalArgumentException.class, () -> new RuleSet(wrong, "ccm", FROM, TO, Map.of("a", "1")));
    }

    @Test
    void coversItsFirstAndLastMonthAndNeitherNeighbour() {
        RuleSet set = RuleSet.of("ccm-2025", "1.0.0", "ccm", FROM, TO, Map.of());
        assertTrue(set.covers("ccm", FROM) && set.covers("ccm", TO));
        assertFalse(set.covers("ccm", ServiceMonth.parse("2024-12")));
        assertFalse(set.covers("ccm", ServiceMonth.parse("2026-01")));
        assertFalse(set.covers("pcm", FROM));
    }

    private static String hash(Map<String, String> files) {
        return RuleSet.of("n", "1.0.0", "p", FROM, TO, files).ref().sha256();
    }
}
