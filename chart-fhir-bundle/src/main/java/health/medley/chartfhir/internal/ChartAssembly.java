package health.medley.chartfhir.internal;

import health.medley.core.chart.ChartEncounter;
import health.medley.core.chart.ChartQuery;
import health.medley.core.chart.PatientChart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes charts of the resources read: checks each, keeps its facts, and puts them together at the end. */
final class ChartAssembly implements ResourceTaker {

    private final ResourceFacts made;
    private final PatientIndex patients;
    private final PractitionerIndex practitioners = new PractitionerIndex();
    private final ResourceCheck check;
    private final Tally read = new Tally();

    ChartAssembly(ChartQuery query, ChartProblems problems, CodePool codes) {
        made = new ResourceFacts(codes);
        patients = new PatientIndex(query.patients());
        check = new ResourceCheck(problems);
    }

    @Override
    public void accept(ResourceFields fields, @Nullable String fullUrl, Position at) {
        ResourceKind kind = check.check(fields, fullUrl, at);
        if (kind != null) {
            keep(kind, fields, fullUrl, at);
        }
    }

    private void keep(ResourceKind kind, ResourceFields fields, @Nullable String fullUrl, Position at) {
        if (kind == ResourceKind.PATIENT) {
            patient(fields, fullUrl, at);
        } else if (kind == ResourceKind.PRACTITIONER) {
            read.count(kind.resourceType());
            practitioners.practitioner(fields.id(), fullUrl, fields.identifiers);
        } else if (check.hasPatient(kind, fields, at)) {
            read.count(kind.resourceType());
            PatientFacts facts = patients.referred(Objects.requireNonNull(fields.patient));
            facts.mention(at.packed());
            if (!facts.discarding()) {
                add(kind, fields, facts);
            }
        }
    }

    private void patient(ResourceFields fields, @Nullable String fullUrl, Position at) {
        if (check.hasId(fields, at)) {
            read.count(ResourceKind.PATIENT.resourceType());
            PatientFacts facts = patients.patient(fields.id(), fullUrl, fields.identifiers);
            if (!facts.discarding()) {
                facts.claim(fields.birth, fields.death);
            }
        }
    }

    private void add(ResourceKind kind, ResourceFields fields, PatientFacts facts) {
        switch (kind) {
            case CONDITION -> facts.conditions().add(made.condition(fields));
            case ENCOUNTER -> {
                if (ResourceFacts.tookPlace(fields)) {
                    LocalDate day = fields.start.get();
                    facts.visits().add(new PatientFacts.Visit(day, practitioners.shared(fields.performers)));
                }
            }
            case COVERAGE -> facts.coverages().add(made.coverage(fields));
            default -> {
                // MedicationRequest and CarePlan: that they are there is all that billing asks of them
            }
        }
    }

    /** Settle every reference, once the last file is read. */
    void settle() {
        patients.settle();
    }

    /** What was read of patients who are not in the chart. */
    List<PatientFacts> orphans() {
        return patients.orphans();
    }

    /** The ids of the charts, sorted. */
    List<String> ids() {
        return patients.ids();
    }

    /** Take one chart out; its facts are forgotten here. */
    PatientChart take(String id) {
        PatientFacts facts = patients.take(id);
        List<ChartEncounter> encounters = new ArrayList<>(facts.visits().size());
        for (PatientFacts.Visit visit : facts.visits()) {
            encounters.add(new ChartEncounter(visit.day(), practitioners.npis(visit.performers())));
        }
        return new PatientChart(id, facts.birth(), facts.death(), facts.conditions(), encounters, facts.coverages());
    }

    Map<String, Long> read() {
        return read.counts();
    }

    Map<String, Long> skipped() {
        return check.skipped();
    }
}
