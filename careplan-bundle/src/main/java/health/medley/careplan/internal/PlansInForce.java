package health.medley.careplan.internal;

import health.medley.core.Caller;
import health.medley.core.PatientRef;
import health.medley.core.careplan.PlanAction;
import health.medley.core.careplan.PlanInForce;
import health.medley.core.careplan.PlanReader;
import health.medley.record.Records;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which editions are in force on a day, one for each patient and program. */
final class PlansInForce {
    private final LocalDate day;
    private final YearMonth month;
    private final Map<Key, PlanInForce> found = new LinkedHashMap<>();

    private record Key(PatientRef patient, String program) {}

    private PlansInForce(LocalDate day) {
        this.day = day;
        this.month = YearMonth.from(day);
    }

    /** Hand what is in force on a day to {@code reader}. */
    static <R> R read(
            Caller caller,
            Records<PlanStanding> standings,
            Set<PatientRef> patients,
            LocalDate day,
            PlanReader<R> reader) {
        if (!patients.isEmpty()) {
            PlansInForce inForce = new PlansInForce(day);
            standings.each(caller, standings.query().patients(patients), inForce::add);
            inForce.found.values().forEach(reader::plan);
        }
        return reader.result();
    }

    private void add(PlanStanding standing) {
        standing.inForceOn(day).ifPresent(edition -> {
            PlanInForce candidate = new PlanInForce(
                    standing.patient(),
                    standing.program(),
                    standing.id(),
                    edition.number(),
                    edition.from(),
                    edition.backdated(),
                    edition.copies(),
                    actions(standing),
                    standing.nextReview());
            // on the day on which one plan ends and the next begins, the next counts
            found.merge(
                    new Key(standing.patient(), standing.program()),
                    candidate,
                    (one, other) -> other.from().isBefore(one.from()) ? one : other);
        });
    }

    private List<PlanAction> actions(PlanStanding standing) {
        return standing.actions().stream()
                .filter(done -> YearMonth.from(done.day()).equals(month))
                .map(PlanStanding.DatedAction::action)
                .distinct()
                .sorted()
                .toList();
    }
}
