package health.medley.billing.internal.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalFactsTest {
    @Test
    void keysStandInTheOrderOfTheirCodeUnits() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("b", "2");
        facts.put("a", "1");
        facts.put("\u20ac", "Euro");
        facts.put("\ud83d\ude00", "Smiley");
        facts.put("\ufb33", "Dalet");
        assertEquals(
                "{\"a\":\"1\",\"b\":\"2\",\"\u20ac\":\"Euro\",\"\ud83d\ude00\":\"Smiley\",\"\ufb33\":\"Dalet\"}",
                CanonicalFacts.json(facts));
    }

    @Test
    void onlyWhatMustBeEscapedIs() {
        assertEquals(
                "{\"x\":\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\u007f\u00e9\"}",
                CanonicalFacts.json(Map.of("x", "\"\\/\b\f\n\r\t\u0001\u007f\u00e9")));
    }

    @Test
    void theHashIsThatOfTheBytes() {
        assertEquals(
                "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a", CanonicalFacts.sha256(Map.of()));
        assertNotEquals(CanonicalFacts.sha256(Map.of("a", "1")), CanonicalFacts.sha256(Map.of("a", "2")));
    }

    @Test
    void anNpiHasACheckDigit() {
        assertTrue(Npi.valid("1234567893"));
        assertFalse(Npi.valid("1234567890"));
        assertFalse(Npi.valid("123456789"));
        assertFalse(Npi.valid("abcdefghij"));
    }
}
