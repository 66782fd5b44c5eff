package health.medley.store.internal.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import health.medley.core.MedleyException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void givesBackTheFieldsItWrote() {
        List<Map<String, String>> all = List.of(
                Map.of(),
                Map.of("a", ""),
                Map.of("a", "1", "b", "2", "c", "x:y, {z}"),
                Map.of("quote", "a\"b", "slash", "a\\b", "line", "a\nb"),
                Map.of("ä", "東京 😀"));
        for (Map<String, String> fields : all) {
            assertEquals(fields, Texts.fields(Texts.fields(new TreeMap<>(fields))));
        }
    }

    @Test
    void givesBackTheKeysItWrote() {
        for (Set<String> keys : List.of(Set.<String>of(), Set.of("a", "b\"c"))) {
            assertEquals(keys, Texts.keys(Texts.keys(new TreeSet<>(keys))));
        }
    }

    @Test
    void writesInOrderSoThatHashesAgree() {
        assertEquals("{\"a\":\"1\",\"b\":\"2\"}", Texts.fields(new TreeMap<>(Map.of("b", "2", "a", "1"))));
    }

    @Test
    void refusesTextThatWasAltered() {
        for (String text : List.of("{\"a\":\"1", "{\"a\"}", "{\"a\":\"\\", "x\\")) {
            assertThrows(MedleyException.class, () -> Texts.fields(text), text);
        }
    }
}
