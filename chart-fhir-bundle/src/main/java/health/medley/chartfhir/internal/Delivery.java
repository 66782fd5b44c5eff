package health.medley.chartfhir.internal;

import health.medley.chartfhir.internal.PatientFacts.Visit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what a delivery says by patient, and hands it on whenever much has gathered. References by identifier or to
 * entries of a Bundle are settled at the end.
 */
final class Delivery implements ResourceTaker {

    /** Resources held at most before they are handed on. */
    static final int MOST_HELD = 100_000;

    private static final String PATIENT = "Patient";
    private static final Visit NO_VISIT = new Visit(LocalDate.MIN, List.of());

    /** Takes what gathered, by patients' FHIR ids. */
    interface Sink {
        void take(Map<String, PatientChanges> changes);
    }

    private final ChartProblems problems;
    private final ResourceCheck check;
    private final ResourceFacts made;
    private final Sink sink;
    private final int mostHeld;
    private final ResourceKey keys = new ResourceKey();
    private final Tally read = new Tally();
    private final PractitionerChanges practitioners = new PractitionerChanges();
    private final Map<String, String> idsByUrl = new HashMap<>();
    private final Map<String, PatientChanges> byId = new LinkedHashMap<>();
    private final Map<String, PatientChanges> byReference = new LinkedHashMap<>();
    private int held;
    private boolean claims;

    Delivery(ChartProblems problems, CodePool codes, Sink sink, int mostHeld) {
        this.problems = problems;
        this.sink = sink;
        this.mostHeld = mostHeld;
        check = new ResourceCheck(problems);
        made = new ResourceFacts(codes);
    }

    @Override
    public void accept(ResourceFields fields, @Nullable String fullUrl, Position at) {
        ResourceKind kind = check.check(fields, fullUrl, at);
        if (kind == ResourceKind.PATIENT && check.hasId(fields, at) && idHolds(fields, at)) {
            read.count(kind.resourceType());
            patient(fields, fullUrl);
        } else if (kind == ResourceKind.PRACTITIONER) {
            read.count(kind.resourceType());
            practitioners.put(fields.id(), fullUrl, fields.identifiers);
        } else if (kind != null && kind != ResourceKind.PATIENT && check.hasPatient(kind, fields, at)) {
            PatientChanges changes = referred(Objects.requireNonNull(fields.patient), kind, at);
            if (changes != null) {
                read.count(kind.resourceType());
                put(kind, fields, changes);
            }
        }
        if (held >= mostHeld) {
            handOn();
        }
    }

    private boolean idHolds(ResourceFields fields, Position at) {
        boolean holds = ChartIndex.holds(fields.id());
        if (!holds) {
            problems.report(
                    at,
                    "id",
                    PATIENT,
                    "The Patient's id is far longer than FHIR allows, or of other characters; it is left out.",
                    "Give every Patient an id of at most 64 letters, digits, hyphens and dots.");
        }
        return holds;
    }

    private void patient(ResourceFields fields, @Nullable String fullUrl) {
        String id = fields.id();
        PatientChanges changes = byId(id);
        changes.claim(fields.birth, fields.death);
        changes.aliases.clear();
        changes.aliases.addAll(fields.identifiers);
        if (fullUrl != null) {
            idsByUrl.put(fullUrl, id);
            if (References.isUrn(fullUrl) && !References.urnId(fullUrl).equals(id)) {
                changes.aliases.add(fullUrl);
            }
        }
        claims = true;
        held++;
    }

    private PatientChanges byId(String id) {
        return byId.computeIfAbsent(id, any -> new PatientChanges());
    }

    private @Nullable PatientChanges referred(String reference, ResourceKind kind, Position at) {
        String id = References.literalId(reference, PATIENT);
        if (id == null) {
            id = idsByUrl.get(reference);
        }
        if (id != null && ChartIndex.holds(id)) {
            return byId(id);
        }
        String identifier = References.conditionalIdentifier(reference, PATIENT);
        boolean settledLater = identifier != null || reference.startsWith("urn:");
        if (id != null || !settledLater || !ChartIndex.holds(reference)) {
            problems.report(
                    at,
                    kind.patientField(),
                    kind.resourceType(),
                    "The " + kind.resourceType() + " refers to no patient; it is left out.",
                    "Write Patient/ID, urn:uuid:ID of a Bundle's entry, or Patient?identifier=SYSTEM|VALUE.");
            return null;
        }
        String name = identifier == null ? reference : References.PATIENT + identifier;
        return byReference.computeIfAbsent(name, any -> new PatientChanges());
    }

    private void put(ResourceKind kind, ResourceFields fields, PatientChanges changes) {
        String id = fields.id();
        String patient = Objects.requireNonNull(fields.patient);
        Shelves shelves = changes.shelves;
        held++;
        switch (kind) {
            case CONDITION -> add(shelves.conditions, kind, id, patient, made.condition(fields), true);
            case ENCOUNTER -> {
                boolean tookPlace = ResourceFacts.tookPlace(fields);
                if (tookPlace || !id.isEmpty()) {
                    Visit visit = tookPlace ? new Visit(fields.start.get(), performers(fields)) : NO_VISIT;
                    add(shelves.visits, kind, id, patient, visit, tookPlace);
                }
            }
            case COVERAGE -> add(shelves.coverages, kind, id, patient, made.coverage(fields), true);
            case MEDICATION_REQUEST, MEDICATION_STATEMENT ->
                add(shelves.medications, kind, id, patient, made.medication(fields), !ResourceFacts.inError(fields));
            case ALLERGY_INTOLERANCE ->
                add(shelves.allergies, kind, id, patient, made.allergy(fields), !ResourceFacts.inError(fields));
            default -> {
                // a CarePlan: that it is there is all that is asked of it
            }
        }
    }

    private <T> void add(Shelf<T> shelf, ResourceKind kind, String id, String patient, T fact, boolean stands) {
        String key = keys.of(kind, id, patient, fact);
        if (stands) {
            shelf.put(key, fact);
        } else {
            shelf.remove(key);
        }
    }

    /** Who took part: an NPI where the reference tells it, else the reference behind an {@code @}. */
    private static List<String> performers(ResourceFields fields) {
        List<String> performers = new ArrayList<>(fields.performers.size());
        for (String reference : fields.performers) {
            performers.add(Performers.written(reference));
        }
        return List.copyOf(performers);
    }

    private void handOn() {
        sink.take(byId);
        byId.clear();
        held = 0;
    }

    /** Hand on the rest but for what {@link #unsettled} names. */
    void end() {
        byReference.entrySet().removeIf(entry -> {
            String id = idsByUrl.get(entry.getKey());
            if (id != null) {
                byId(id).adopt(entry.getValue());
            }
            return id != null;
        });
        handOn();
    }

    /** What is said of patients by references that this delivery does not settle. */
    Map<String, PatientChanges> unsettled() {
        return byReference;
    }

    /** Whether a Patient was delivered. */
    boolean claims() {
        return claims;
    }

    PractitionerChanges practitioners() {
        return practitioners;
    }

    Map<String, Long> read() {
        return read.counts();
    }

    Map<String, Long> skipped() {
        return check.skipped();
    }
}
