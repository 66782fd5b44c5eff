package health.medley.core.careplan;

import health.medley.core.PatientRef;
import health.medley.core.practice.CarePlanState;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Say what billing needs of the edition of a plan that is in force on a day.
 *
 * @param patient whose plan
 * @param program of which program
 * @param plan the plan's id
 * @param edition number of the edition
 * @param from first day of the edition in force
 * @param backdated whether its approval was recorded on a later day than it states
 * @param copies days on which copies of this edition were given
 * @param actions what was done to the plan in the day's month, the strongest first, each once
 * @param nextReview day of the next review; empty if none is set
 */
public record PlanInForce(
        PatientRef patient,
        String program,
        String plan,
        int edition,
        LocalDate from,
        boolean backdated,
        List<LocalDate> copies,
        List<PlanAction> actions,
        Optional<LocalDate> nextReview) {
    /** Copy the lists. */
    public PlanInForce {
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(from, "from");
        copies = List.copyOf(copies);
        actions = List.copyOf(actions);
        Objects.requireNonNull(nextReview, "nextReview");
    }

    /** As an enrollment states it for billing. A copy counts on whichever day it was given. */
    public CarePlanState state() {
        return new CarePlanState(Optional.of(from), !copies.isEmpty());
    }

    /** The strongest of the month's actions, in the words of a month's statement: {@code revised}; empty for none. */
    public String action() {
        return actions.isEmpty() ? "" : actions.get(0).name().toLowerCase(Locale.ROOT);
    }
}
