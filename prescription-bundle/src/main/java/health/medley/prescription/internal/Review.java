package health.medley.prescription.internal;

import health.medley.core.Caller;
import health.medley.core.PatientRef;
import health.medley.core.chart.ChartAllergy;
import health.medley.core.chart.ChartCode;
import health.medley.core.chart.PatientChart;
import health.medley.core.prescription.CheckerCoverage;
import health.medley.core.prescription.ConflictKind;
import health.medley.core.prescription.InteractionChecker;
import health.medley.core.prescription.InteractionQuestion;
import health.medley.core.prescription.InteractionReport;
import health.medley.core.prescription.ListedMedication;
import health.medley.core.prescription.MedicationCode;
import health.medley.core.prescription.MedicationConflict;
import health.medley.core.prescription.MedicationList;
import health.medley.core.prescription.MedicationReview;
import health.medley.core.prescription.Prescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The conflicts of one patient at one moment. */
final class Review {
    private final MedicationList list;
    private final Map<String, Conflict> conflicts = new LinkedHashMap<>();
    private final List<CheckerCoverage> coverage = new ArrayList<>();

    private Review(MedicationList list) {
        this.list = list;
    }

    /**
     * Find the conflicts.
     *
     * @param drafts prescriptions that are not signed: they are checked as if they were
     */
    static Review of(
            Caller caller,
            PatientChart chart,
            MedicationList list,
            List<Prescription> drafts,
            Map<String, InteractionChecker> checkers) {
        Review review = new Review(list);
        ChartDifferences.of(chart, list).forEach(review::add);
        InteractionQuestion question = review.question(chart, drafts);
        checkers.forEach((id, checker) -> review.add(id, question, checker.check(caller, question)));
        return review;
    }

    /** What the patient takes, may take as long as nobody decided on an order of the chart, and is about to take. */
    private InteractionQuestion question(PatientChart chart, List<Prescription> drafts) {
        Map<String, MedicationCode> asked = new LinkedHashMap<>();
        list.medications().stream()
                .filter(ListedMedication::taken)
                .map(ListedMedication::medication)
                .forEach(medication -> asked.put(medication.key(), medication));
        open().values().stream()
                .map(Conflict::shown)
                .filter(conflict -> conflict.kind() == ConflictKind.NOT_IN_LIST)
                .forEach(conflict ->
                        conflict.medications().forEach(medication -> asked.putIfAbsent(medication.key(), medication)));
        drafts.stream()
                .map(draft -> draft.order().medication())
                .forEach(medication -> asked.putIfAbsent(medication.key(), medication));
        List<MedicationCode> allergies = chart.allergies().stream()
                .filter(allergy -> allergy.clinicalStatus().isEmpty()
                        || allergy.clinicalStatus().equals("active"))
                .map(Review::substance)
                .flatMap(Optional::stream)
                .toList();
        return new InteractionQuestion(List.copyOf(asked.values()), allergies);
    }

    private static Optional<MedicationCode> substance(ChartAllergy allergy) {
        if (allergy.codes().isEmpty() && allergy.name().isBlank()) {
            return Optional.empty();
        }
        ChartCode code = allergy.codes().isEmpty()
                ? new ChartCode("", "")
                : allergy.codes().get(0);
        return Optional.of(new MedicationCode(code.system(), code.code(), allergy.name()));
    }

    private void add(String checker, InteractionQuestion question, InteractionReport report) {
        report.findings().forEach(finding -> add(Conflict.found(finding)));
        coverage.add(new CheckerCoverage(
                checker,
                report.data(),
                question.medications().size(),
                report.unknown().stream().map(MedicationCode::name).toList(),
                report.coverage()));
    }

    private void add(Conflict conflict) {
        conflicts.putIfAbsent(conflict.id(), conflict);
    }

    /** The conflicts nobody settled, by their ids. */
    Map<String, Conflict> open() {
        Set<String> settled = settledIds();
        Map<String, Conflict> open = new LinkedHashMap<>(conflicts);
        open.keySet().removeAll(settled);
        return open;
    }

    /** As people see it. */
    MedicationReview shown(PatientRef patient) {
        Set<String> settled = settledIds();
        Map<Boolean, List<MedicationConflict>> bySettled = conflicts.values().stream()
                .map(Conflict::shown)
                .collect(Collectors.partitioningBy(conflict -> settled.contains(conflict.id())));
        return new MedicationReview(patient, list.version(), bySettled.get(false), bySettled.get(true), coverage);
    }

    private Set<String> settledIds() {
        return list.settled().stream()
                .map(settled -> settled.decision().conflict())
                .collect(Collectors.toSet());
    }
}
