package health.medley.chartfhir.internal;

import health.medley.core.chart.ChartCondition;
import health.medley.core.chart.ChartCoverage;
import health.medley.core.chart.ChartEncounter;
import health.medley.core.chart.ChartQuery;
import health.medley.core.chart.PatientChart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes charts of the resources read: checks each, keeps its facts, and puts them together at the end. */
final class ChartAssembly {

    private static final Pattern TYPE_NAME = Pattern.compile("[A-Za-z]{1,64}");
    private static final Set<String> NEVER_TOOK_PLACE = Set.of("entered-in-error", "cancelled");

    private final ChartProblems problems;
    private final CodePool codes;
    private final PatientIndex patients;
    private final PractitionerIndex practitioners = new PractitionerIndex();
    private final SeenIds[] seen = new SeenIds[ResourceKind.values().length];
    private final Tally read = new Tally();
    private final Tally skipped = new Tally();

    ChartAssembly(ChartQuery query, ChartProblems problems, CodePool codes) {
        this.problems = problems;
        this.codes = codes;
        patients = new PatientIndex(query.patients());
        Arrays.setAll(seen, kind -> new SeenIds());
    }

    /** Take one resource; {@code fullUrl} is what the Bundle calls it. */
    void accept(ResourceFields fields, @Nullable String fullUrl, Position at) {
        String type = fields.type();
        ResourceKind kind = fields.kind();
        if (type == null || kind == null && !TYPE_NAME.matcher(type).matches()) {
            problems.report(
                    at,
                    "resourceType",
                    "",
                    type == null ? "The resource has no resourceType." : "The resourceType is not a name of FHIR.",
                    "Give it the name of its FHIR R4 type, for example \"resourceType\":\"Condition\".");
            return;
        }
        if (kind == null) {
            skipped.count(type);
        } else if (kind == ResourceKind.BUNDLE) {
            problems.report(
                    at,
                    "",
                    type,
                    "A Bundle stands where a resource belongs; it is left out.",
                    "Put it into a .json file of its own; NDJSON holds one resource a line.");
        } else if (sound(kind, fields, at) && first(kind, fields, fullUrl, at)) {
            keep(kind, fields, fullUrl, at);
        }
    }

    /** Whether no resource of the kind had this id before. */
    private boolean first(ResourceKind kind, ResourceFields fields, @Nullable String fullUrl, Position at) {
        if (!fields.hasId() && fullUrl != null && References.isUrn(fullUrl)) {
            // where a Bundle leaves the id to the server, the UUID it is called by
            char[] id = References.urnId(fullUrl).toCharArray();
            fields.id(id, 0, id.length);
        }
        if (!fields.hasId() || fields.addIdTo(seen[kind.ordinal()])) {
            return true;
        }
        problems.report(
                at,
                "id",
                kind.resourceType(),
                "A " + kind.resourceType() + " with this id was read before; this one is left out.",
                "Keep one resource of each id, or give this one its own.");
        return false;
    }

    private boolean sound(ResourceKind kind, ResourceFields fields, Position at) {
        if (fields.crowdedField != null) {
            problems.report(
                    at,
                    fields.crowdedField,
                    kind.resourceType(),
                    "The field holds more than " + ResourceFields.MOST_ITEMS + " items; the resource is left out.",
                    "Check the export: no real " + kind.resourceType() + " holds as many.");
            return false;
        }
        boolean dated = true;
        for (ResourceFields.Undated undated : fields.undated) {
            if (matters(kind, undated.field())) {
                reportUndated(kind, undated, at);
                dated = false;
            }
        }
        return dated || kind == ResourceKind.PATIENT;
    }

    private void reportUndated(ResourceKind kind, ResourceFields.Undated undated, Position at) {
        problems.report(
                at,
                undated.field(),
                undated.shape(),
                "The field holds no FHIR date (9 stands for a digit, a for a letter); "
                        + (kind == ResourceKind.PATIENT
                                ? "the patient is read without it."
                                : "the " + kind.resourceType() + " is left out."),
                "Write dates as YYYY-MM-DD, with or without a time behind it.");
    }

    // a resource whose type comes last may have been asked for fields that its type does not have
    private static boolean matters(ResourceKind kind, String field) {
        if (field.equals("period.end")) {
            return kind == ResourceKind.COVERAGE;
        }
        int dot = field.indexOf('.');
        return (Field.of(dot < 0 ? field : field.substring(0, dot)) & kind.fields()) != 0;
    }

    private void keep(ResourceKind kind, ResourceFields fields, @Nullable String fullUrl, Position at) {
        if (kind == ResourceKind.PATIENT) {
            patient(fields, fullUrl, at);
        } else if (kind == ResourceKind.PRACTITIONER) {
            read.count(kind.resourceType());
            practitioners.practitioner(fields.id(), fullUrl, fields.identifiers);
        } else if (fields.patient == null) {
            problems.report(
                    at,
                    kind == ResourceKind.COVERAGE ? "beneficiary" : "subject",
                    kind.resourceType(),
                    "The " + kind.resourceType() + " names no patient; it is left out.",
                    "Give it a reference to its patient, for example \"Patient/ID\".");
        } else {
            read.count(kind.resourceType());
            PatientFacts facts = patients.referred(fields.patient);
            facts.mention(at.packed());
            if (!facts.discarding()) {
                add(kind, fields, facts);
            }
        }
    }

    private void patient(ResourceFields fields, @Nullable String fullUrl, Position at) {
        if (!fields.hasId()) {
            problems.report(
                    at,
                    "id",
                    "Patient",
                    "The Patient has no id; it is left out.",
                    "Give every Patient the id by which the EHR knows it.");
            return;
        }
        read.count(ResourceKind.PATIENT.resourceType());
        PatientFacts facts = patients.patient(fields.id(), fullUrl, fields.identifiers);
        if (!facts.discarding()) {
            facts.claim(fields.birth, fields.death);
        }
    }

    private void add(ResourceKind kind, ResourceFields fields, PatientFacts facts) {
        switch (kind) {
            case CONDITION -> facts.conditions().add(condition(fields));
            case ENCOUNTER -> {
                if (fields.start.isPresent() && !NEVER_TOOK_PLACE.contains(statusOf(fields))) {
                    LocalDate day = fields.start.get();
                    facts.visits().add(new PatientFacts.Visit(day, practitioners.shared(fields.performers)));
                }
            }
            case COVERAGE ->
                facts.coverages()
                        .add(new ChartCoverage(statusOf(fields), codes.list(fields.types), fields.start, fields.end));
            default -> {
                // MedicationRequest and CarePlan: that they are there is all that is asked of them so far
            }
        }
    }

    private ChartCondition condition(ResourceFields fields) {
        Optional<LocalDate> began = fields.onset.isPresent() ? fields.onset : fields.recorded;
        return new ChartCondition(codes.list(fields.codes), began, fields.abated, fields.refuted);
    }

    private static String statusOf(ResourceFields fields) {
        return fields.status == null ? "" : fields.status;
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
        return skipped.counts();
    }
}
