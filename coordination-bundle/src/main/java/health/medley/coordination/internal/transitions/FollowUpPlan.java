package health.medley.coordination.internal.transitions;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.core.coordination.DueStep;
import health.medley.core.coordination.FollowUpStep;
import health.medley.core.coordination.NewTransition;
import health.medley.core.coordination.TransitionKind;
import health.medley.core.practice.Practice;
import health.medley.record.due.Within;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Knows which steps follow a transition of care, and by when. Shipped as data with sources; a practice sets its own
 * deadlines as parameters of {@code coordination}, for example {@code discharge.contact} to {@code 1 business day}.
 */
final class FollowUpPlan {

    private static final String SHIPPED = "/medley/coordination/follow-up.json";
    private static final String PARAMETERS = "coordination";

    private final List<Row> rows;

    record Row(TransitionKind kind, Optional<String> complexity, FollowUpStep step, String within, String source) {}

    record Table(LocalDate verified, List<Row> steps) {
        Table {
            steps = List.copyOf(steps);
        }
    }

    private FollowUpPlan(Table table) {
        rows = table.steps();
        rows.forEach(row -> Within.parse(row.within(), SHIPPED));
    }

    static FollowUpPlan shipped(ObjectMapper mapper) {
        try (InputStream in = FollowUpPlan.class.getResourceAsStream(SHIPPED)) {
            return new FollowUpPlan(mapper.readValue(in, Table.class));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + SHIPPED + " of this bundle", e);
        }
    }

    /** The steps after a transition, in their order; of several rows for a step the first that fits. */
    List<DueStep> of(Practice practice, NewTransition transition) {
        List<DueStep> steps = new ArrayList<>();
        for (FollowUpStep step : FollowUpStep.values()) {
            rows.stream()
                    .filter(row -> row.kind() == transition.kind() && row.step() == step)
                    .filter(row ->
                            row.complexity().isEmpty() || row.complexity().equals(transition.complexity()))
                    .findFirst()
                    .ifPresent(row -> steps.add(due(practice, row, transition.day())));
        }
        return List.copyOf(steps);
    }

    private static DueStep due(Practice practice, Row row, LocalDate day) {
        String name =
                word(row.kind()) + row.complexity().map(word -> "." + word).orElse("") + "." + word(row.step());
        String own = practice.parametersOf(PARAMETERS).get(name);
        Within within = own != null
                ? Within.parse(own, "the practice's parameter " + PARAMETERS + "." + name)
                : Within.parse(row.within(), SHIPPED);
        String source = own != null ? "parameter of the practice" : row.source();
        return new DueStep(row.step(), within.from(day), within.toString(), source, Optional.empty());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
