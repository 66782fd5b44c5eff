package health.medley.rest.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Role;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonBodiesTest {

    private final JsonBodies json = new JsonBodies(TestEdge.LIMITS);

    record Sample(
            String name,
            int count,
            boolean yes,
            Role role,
            Optional<LocalDate> day,
            List<String> words,
            Map<String, Object> more) {
        Sample {
            Objects.requireNonNull(name, "name");
            words = List.copyOf(words);
        }
    }

    private Sample read(String text) {
        return (Sample) json.read(text.getBytes(StandardCharsets.UTF_8), Sample.class);
    }

    private String refused(String text) {
        MedleyException refusal = assertThrows(MedleyException.class, () -> read(text));
        assertEquals(ErrorCode.ARGUMENT_INVALID, refusal.code());
        assertFalse(refusal.getMessage().contains("Smith"), refusal.getMessage());
        return refusal.getMessage();
    }

    @Test
    void whatIsNotSaidIsEmptyWhereItMayBe() {
        Sample sample = read("{\"name\":\"a\",\"count\":1,\"yes\":true,\"role\":\"BILLER\"}");
        assertEquals(Optional.empty(), sample.day());
        assertEquals(List.of(), sample.words());
        assertEquals(Map.of(), sample.more());
        assertEquals(sample, json.read(json.write(sample), Sample.class));
    }

    @Test
    void anUnknownMemberIsNamedWithItsPlace() {
        String said = refused("{\"name\":\"Smith\",\n \"count\":1,\"yes\":true,\n  \"wrong\":\"Smith\"}");
        assertTrue(said.contains("line 3") && said.contains("column") && said.contains("wrong"), said);
        assertTrue(said.contains("known are count, day, more, name, role, words, yes"), said);
    }

    @Test
    void aMemberThatIsMissingIsNamed() {
        assertTrue(refused("{\"count\":1,\"yes\":true}").contains("name is missing"));
        assertTrue(refused("{\"name\":\"a\",\"yes\":true}").contains("count"));
        assertTrue(refused("{\"name\":\"a\",\"count\":null,\"yes\":true}").contains("count"));
    }

    @Test
    void nothingIsBentIntoAnotherType() {
        refused("{\"name\":\"a\",\"count\":\"1\",\"yes\":true}");
        refused("{\"name\":\"a\",\"count\":1.5,\"yes\":true}");
        refused("{\"name\":\"a\",\"count\":1,\"yes\":\"true\"}");
        refused("{\"name\":\"a\",\"count\":1,\"yes\":true,\"role\":2}");
        refused("{\"name\":\"a\",\"count\":1,\"yes\":true,\"day\":\"Smith\"}");
        refused("{\"name\":\"a\",\"count\":99999999999,\"yes\":true}");
        refused("[]");
        refused("\"Smith\"");
        assertTrue(refused("{\"name\":\"a\",\"count\":1,\"yes\":true,\"role\":\"Smith\"}")
                .contains("CARE_MANAGER"));
    }

    @Test
    void whatIsNoJsonIsRefused() {
        refused("");
        refused("{\"name\":\"Smith\"");
        refused("{\"name\":\"Smith\"} {\"name\":\"Smith\"}");
        refused("{\"name\":\"a\",\"name\":\"Smith\",\"count\":1,\"yes\":true}");
        refused("{name:'Smith'}");
        refused("{\"name\":\"a\u0001\",\"count\":1,\"yes\":true}");
    }

    @Test
    void depthAndNumbersAreLimited() {
        assertTrue(refused("{\"more\":{\"a\":" + "[".repeat(50) + "]".repeat(50) + "}}")
                .contains("deep"));
        assertTrue(refused("{\"more\":{\"a\":" + "9".repeat(60) + "}}").contains("too long"));
        read("{\"name\":\"a\",\"count\":1,\"yes\":true,\"more\":{\"a\":" + "9".repeat(40) + "}}");
    }
}
