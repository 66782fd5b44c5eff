package health.medley.core.careplan;

import health.medley.core.PatientRef;
import health.medley.core.store.Recorded;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold one patient's plan of one program, from its first draft to its closing.
 *
 * @param id the plan's id
 * @param version the version of the record
 * @param patient whose it is
 * @param program the program
 * @param status where it stands
 * @param draft content that awaits approval; empty if none does
 * @param content content of the last edition; empty before the first approval
 * @param drafted what the first draft was made with
 * @param gaps what the draft lacks before it may be approved
 * @param editions what was approved, oldest first
 * @param notes what was done under the plan, in the order in which it was noted
 * @param closing how it was closed; empty while it is not
 */
public record CarePlan(
        String id,
        long version,
        PatientRef patient,
        String program,
        PlanStatus status,
        Optional<PlanContent> draft,
        Optional<PlanContent> content,
        PlanOrigin drafted,
        List<PlanGap> gaps,
        List<PlanEdition> editions,
        List<PlanNote> notes,
        Optional<PlanClosing> closing)
        implements Recorded {
    /** Copy the lists. */
    public CarePlan {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(draft, "draft");
        Objects.requireNonNull(content, "content");
        Objects.requireNonNull(drafted, "drafted");
        gaps = List.copyOf(gaps);
        editions = List.copyOf(editions);
        notes = List.copyOf(notes);
        Objects.requireNonNull(closing, "closing");
    }
}
