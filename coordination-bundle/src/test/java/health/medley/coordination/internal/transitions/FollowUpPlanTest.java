package health.medley.coordination.internal.transitions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import health.medley.coordination.internal.practice.TestPractice;
import health.medley.core.coordination.DueStep;
import health.medley.core.coordination.NewTransition;
import health.medley.core.coordination.TransitionKind;
import health.medley.record.RecordJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowUpPlanTest {

    private static final Path REFERENCE = Path.of("..", "docs", "reference", "coordination.md");

    private final FollowUpPlan plan = FollowUpPlan.shipped(RecordJson.mapper());
    private final TestPractice practice = new TestPractice("2025-03-20T16:00:00Z");

    @Test
    void isThatOfTheReference() throws Exception {
        List<String> rows = Files.readAllLines(REFERENCE).stream()
                .dropWhile(line -> !line.startsWith("| transition | step"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        List<String> expected = new ArrayList<>();
        for (TransitionKind kind : TransitionKind.values()) {
            for (DueStep step : steps(kind, Optional.empty())) {
                String name = word(kind) + (word(step.step()).equals("visit") ? ", else" : "");
                expected.add(start(name, step));
            }
        }
        expected.add(start(
                "discharge, high complexity",
                steps(TransitionKind.DISCHARGE, Optional.of("high")).get(1)));
        for (String row : expected) {
            assertEquals(1, rows.stream().filter(line -> line.startsWith(row)).count(), row);
        }
        assertEquals(expected.size(), rows.size());
    }

    private List<DueStep> steps(TransitionKind kind, Optional<String> complexity) {
        NewTransition transition = new NewTransition(
                kind,
                LocalDate.parse("2025-03-20"),
                "General Hospital",
                "notice",
                complexity,
                Optional.empty(),
                Optional.empty());
        return plan.of(practice.practice(TestPractice.ANN), transition);
    }

    private static String start(String name, DueStep step) {
        return "| " + name + " | " + word(step.step()) + " | " + step.within() + " | "
                + (step.source().startsWith("CPT") ? "CPT" : "Medley's default");
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
