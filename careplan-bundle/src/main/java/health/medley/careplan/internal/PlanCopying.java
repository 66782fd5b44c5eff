package health.medley.careplan.internal;

import health.medley.core.careplan.CarePlan;
import health.medley.core.careplan.PlanClosing;
import health.medley.core.careplan.PlanContent;
import health.medley.core.careplan.PlanCopy;
import health.medley.core.careplan.PlanEdition;
import health.medley.core.careplan.PlanGap;
import health.medley.core.careplan.PlanNote;
import health.medley.core.careplan.PlanStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a plan becomes; the plan it begins with stays as it is. */
final class PlanCopying {
    private final CarePlan before;

    PlanCopying(CarePlan before) {
        this.before = before;
    }

    /** With a new draft; what is in force stays. */
    CarePlan draft(PlanContent draft) {
        PlanStatus status = before.editions().isEmpty() ? PlanStatus.DRAFT : PlanStatus.REVISED;
        return plan(
                status,
                Optional.of(draft),
                before.content(),
                Completeness.gaps(draft),
                before.editions(),
                before.notes(),
                before.closing());
    }

    /** With its draft as the next edition; the one before is in force to the day before. */
    CarePlan approved(PlanEdition edition) {
        List<PlanEdition> editions = ended(edition.from().minusDays(1));
        editions.add(edition);
        return plan(
                PlanStatus.ACTIVE,
                Optional.empty(),
                before.draft(),
                List.of(),
                editions,
                before.notes(),
                before.closing());
    }

    /** With a copy of one edition given. */
    CarePlan copied(PlanEdition edition, PlanCopy copy) {
        List<PlanCopy> copies = new ArrayList<>(edition.copies());
        copies.add(copy);
        List<PlanEdition> editions = new ArrayList<>(before.editions());
        editions.set(edition.number() - 1, with(edition, edition.until(), copies));
        return kept(editions, before.notes());
    }

    /** With one more note. */
    CarePlan noted(PlanNote note) {
        List<PlanNote> notes = new ArrayList<>(before.notes());
        notes.add(note);
        return kept(before.editions(), notes);
    }

    /** Closed: the edition in force ends, a draft is given up. */
    CarePlan closed(PlanClosing closing) {
        return plan(
                PlanStatus.CLOSED,
                Optional.empty(),
                before.content(),
                List.of(),
                ended(closing.day()),
                before.notes(),
                Optional.of(closing));
    }

    private List<PlanEdition> ended(LocalDate lastDay) {
        List<PlanEdition> editions = new ArrayList<>(before.editions());
        if (!editions.isEmpty()) {
            int last = editions.size() - 1;
            PlanEdition edition = editions.get(last);
            editions.set(last, with(edition, Optional.of(lastDay), edition.copies()));
        }
        return editions;
    }

    private static PlanEdition with(PlanEdition edition, Optional<LocalDate> until, List<PlanCopy> copies) {
        return new PlanEdition(
                edition.number(),
                edition.from(),
                until,
                edition.approvedBy(),
                edition.npi(),
                edition.approvedAt(),
                edition.backdated(),
                copies);
    }

    private CarePlan kept(List<PlanEdition> editions, List<PlanNote> notes) {
        return plan(
                before.status(), before.draft(), before.content(), before.gaps(), editions, notes, before.closing());
    }

    private CarePlan plan(
            PlanStatus status,
            Optional<PlanContent> draft,
            Optional<PlanContent> content,
            List<PlanGap> gaps,
            List<PlanEdition> editions,
            List<PlanNote> notes,
            Optional<PlanClosing> closing) {
        return new CarePlan(
                before.id(),
                before.version(),
                before.patient(),
                before.program(),
                status,
                draft,
                content,
                before.drafted(),
                gaps,
                editions,
                notes,
                closing);
    }
}
