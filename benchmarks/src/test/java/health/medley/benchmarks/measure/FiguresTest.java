package health.medley.benchmarks.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void writesNameValueAndUnitWithTabsAndAPointInEveryLanguage() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            Figures figures = new Figures();
            figures.add("engine.vs_drools", 87.256, "ratio");
            figures.add("engine.trace_per_second", 1_512_345.6, "decisions/CPU-s");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            figures.print(new PrintStream(out, true, StandardCharsets.UTF_8));

            assertEquals(
                    List.of("", "engine.vs_drools\t87.26\tratio", "engine.trace_per_second\t1512346\tdecisions/CPU-s"),
                    out.toString(StandardCharsets.UTF_8).lines().toList());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void keepsFourDigitsOfSmallNumbers() {
        assertEquals("0.6213", Figures.number(0.62131));
        assertEquals("9.750", Figures.number(9.75));
        assertEquals("0.0000", Figures.number(0));
        assertEquals("-3.250", Figures.number(-3.25));
    }

    @Test
    void takesTheMiddleOfMeasurementsAndOfRatiosOfOneRound() {
        assertEquals(new Spread(1, 3, 9), Spread.of(List.of(9.0, 1.0, 3.0)));
        assertEquals(new Spread(1, 2.5, 4), Spread.of(List.of(4.0, 1.0, 2.0, 3.0)));
        assertEquals(new Spread(2, 4, 5), Spread.ofRatios(new double[] {10, 20, 10}, new double[] {5, 5, 2}));
        assertThrows(IllegalArgumentException.class, () -> Spread.of(List.of()));
    }

    @Test
    void letsTasksWorkInTurnsAndKeepsTheRoundsAfterWarmUp() {
        StringBuilder order = new StringBuilder();
        Task a = task("a", order);
        Task b = task("b", order);

        assertEquals(
                List.of(2, 2),
                Turns.run(List.of(a, b), 1, 2, 0).values().stream()
                        .map(List::size)
                        .toList());
        assertEquals("ababab", order.toString());
    }

    private static Task task(String name, StringBuilder order) {
        return new Task() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long work() {
                order.append(name);
                return 1;
            }
        };
    }
}
