package health.medley.chartfhir.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoolsTest {

    private static @Nullable Optional<LocalDate> day(String text) {
        char[] chars = ("##" + text + "99").toCharArray();
        return new DayPool().day(chars, 2, text.length());
    }

    @Test
    void readsEveryDayOfFourHundredYears() {
        DayPool days = new DayPool();
        for (LocalDate day = LocalDate.of(1800, 1, 1); day.getYear() < 2200; day = day.plusDays(1)) {
            char[] chars = day.toString().toCharArray();
            assertEquals(Optional.of(day), days.day(chars, 0, chars.length));
            assertSame(days.day(chars, 0, chars.length), days.day(chars, 0, chars.length));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "201",
                "20190",
                "2019-",
                "2019-5",
                "2019-051",
                "2019-05-1",
                "2019-13",
                "2019-00-01",
                "2019-02-29",
                "2019-04-31",
                "2019-01-00",
                "2019-01-32",
                "0000-01-01",
                "2019/01/01",
                "-019-01-01",
                "01.02.2019",
                "2019-01-0x",
                "١٩٩٩-01-01"
            })
    void refusesWhatIsNoDay(String text) {
        assertNull(day(text));
    }

    @Test
    void gives29FebruaryInLeapYearsOnly() {
        assertEquals(Optional.of(LocalDate.of(2024, 2, 29)), day("2024-02-29"));
        assertNull(day("1900-02-29"));
        assertEquals(Optional.of(LocalDate.of(2000, 2, 29)), day("2000-02-29T00:00:00Z"));
    }

    @Test
    void givesOneStringForEqualTexts() throws IOException {
        TextPool pool = new TextPool();
        Random random = new Random(1);
        Map<String, String> known = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            String text = Integer.toString(random.nextInt(5_000), 36).repeat(random.nextInt(4));
            String given = pooled(pool, text);
            assertEquals(text, given);
            assertSame(known.computeIfAbsent(text, any -> given), given);
        }
    }

    private static String pooled(TextPool pool, String text) throws IOException {
        try (JsonParser parser = FhirJson.factory().createParser("\"" + text + "\"")) {
            parser.nextToken();
            return pool.text(parser);
        }
    }

    @Test
    void remembersExactlyTheIdsThatWereAdded() {
        Random random = new Random(2);
        List<String> ids = new ArrayList<>(List.of("", "0", "\0", "00", "x".repeat(16), "x".repeat(17), "é"));
        for (int i = 0; i < 5_000; i++) {
            String uuid = new UUID(random.nextLong(), random.nextLong()).toString();
            ids.add(uuid);
            ids.add(uuid.toUpperCase(Locale.ROOT));
            ids.add(uuid.replace('-', '.'));
            ids.add(Integer.toString(i));
            ids.add("enc-" + i + "-" + uuid);
        }
        ids.add(new UUID(0, 0).toString());
        ids.add(new UUID(0, 1).toString());
        ids.add("0000000g-0000-0000-0000-000000000001");
        Set<String> expected = new HashSet<>();
        SeenIds seen = new SeenIds();
        for (int round = 0; round < 2; round++) {
            for (String id : ids) {
                assertEquals(expected.add(id), seen.add(id.toCharArray(), id.length()), id);
            }
        }
    }

    @Test
    void countsTypesBeyondAnyVocabularyTogether() {
        Tally tally = new Tally();
        for (int i = 0; i < 1_000; i++) {
            tally.count("T" + i);
        }
        tally.count("T1");
        assertEquals(501, tally.counts().size());
        assertEquals(500L, tally.counts().get("(other)"));
        assertEquals(2L, tally.counts().get("T1"));
    }
}
