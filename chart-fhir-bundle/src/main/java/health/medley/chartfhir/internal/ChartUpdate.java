package health.medley.chartfhir.internal;

import health.medley.chartfhir.internal.ChartDocument.Standing;
import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.store.RecordDraft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Puts what one delivery says into the charts kept, a group of patients at a time. */
final class ChartUpdate {

    // a commit of two records each keeps other writers waiting for a few milliseconds only
    private static final int PATIENTS_A_COMMIT = 100;
    private static final int MOST_TRIES = 10;
    private static final int LONGEST_NAME = 100;

    /** Resources of one patient at most. The largest real charts hold a tenth of it. */
    static final int MOST_A_PATIENT = 100_000;

    private final ChartRecords records;
    private final Caller caller;
    private final String reason;
    private final BodyPools pools = new BodyPools();
    private final Set<String> added = new HashSet<>();
    private final Set<String> changed = new HashSet<>();
    private final Set<String> unchanged = new HashSet<>();
    private long crowded;

    ChartUpdate(ChartRecords records, Caller caller, String delivery) {
        this.records = records;
        this.caller = caller;
        reason = reason(delivery);
    }

    /** Why a record is changed: the delivery's name, as far as it is short and plain. */
    static String reason(String delivery) {
        String plain = delivery.replaceAll("[^ -~]", "?");
        return "delivery " + plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    /** Put in what is said of patients by FHIR id. */
    void apply(Map<String, PatientChanges> changes) {
        Map<String, PatientChanges> group = new LinkedHashMap<>();
        for (Map.Entry<String, PatientChanges> change : changes.entrySet()) {
            group.put(change.getKey(), change.getValue());
            if (group.size() == PATIENTS_A_COMMIT) {
                commit(group);
                group.clear();
            }
        }
        if (!group.isEmpty()) {
            commit(group);
        }
    }

    private void commit(Map<String, PatientChanges> group) {
        retried(() -> {
            List<RecordDraft> drafts = new ArrayList<>();
            List<Runnable> counts = new ArrayList<>();
            for (KeptChart kept : records.load(caller, group.keySet(), pools)) {
                ChartDocument chart = kept.chart();
                boolean knownBefore = chart.standing == Standing.KNOWN;
                chart.apply(group.get(chart.fhirId));
                if (chart.shelves.size() > MOST_A_PATIENT) {
                    counts.add(() -> crowded++);
                    continue;
                }
                List<RecordDraft> own = records.bodies().drafts(kept, reason);
                drafts.addAll(own);
                counts.add(() -> count(chart, knownBefore, !own.isEmpty()));
            }
            if (!drafts.isEmpty()) {
                records.commit(caller, drafts);
            }
            counts.forEach(Runnable::run);
            return drafts.size();
        });
    }

    private void count(ChartDocument chart, boolean knownBefore, boolean differs) {
        if (chart.standing == Standing.KNOWN) {
            Set<String> where = !knownBefore ? added : differs ? changed : unchanged;
            where.add(chart.fhirId);
        }
    }

    /** Do it again where another delivery changed the same charts meanwhile. */
    private static <T> T retried(Supplier<T> work) {
        for (int tried = 1; ; tried++) {
            try {
                return work.get();
            } catch (MedleyException e) {
                boolean raced =
                        e.code().equals(ErrorCode.RECORD_CHANGED) || e.code().equals(ErrorCode.KEY_TAKEN);
                if (!raced || tried == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Put in what is said by references that the delivery did not settle; what nobody is found for waits. */
    void settle(Map<String, PatientChanges> byReference) {
        Map<String, PatientChanges> settled = new LinkedHashMap<>();
        byReference.forEach((reference, changes) -> settled.computeIfAbsent(
                        resolve(reference).orElse(reference), any -> new PatientChanges())
                .adopt(changes));
        apply(settled);
    }

    private Optional<String> resolve(String reference) {
        String identifier = References.conditionalIdentifier(reference, "Patient");
        Optional<String> named = records.byAlias(caller, identifier == null ? reference : identifier);
        if (named.isEmpty() && References.isUrn(reference)) {
            String id = References.urnId(reference);
            return records.find(caller, id).map(found -> id);
        }
        return named;
    }

    /** Give what waits by a reference to the patient who has come since. */
    void adoptWaiting() {
        for (String reference : records.waiting(caller, Standing.UNRESOLVED)) {
            Optional<String> patient = resolve(reference);
            patient.ifPresent(fhirId -> retried(() -> adopt(reference, fhirId)));
        }
    }

    private boolean adopt(String reference, String fhirId) {
        List<KeptChart> both = records.load(caller, List.of(fhirId, reference), pools);
        ChartDocument patient = both.get(0).chart();
        ChartDocument waiting = both.get(1).chart();
        boolean known = patient.standing == Standing.KNOWN;
        PatientChanges kept = new PatientChanges();
        kept.shelves.apply(waiting.shelves);
        patient.apply(kept);
        ChartDocument emptied = new ChartDocument(waiting.patient, reference, Standing.GIVEN_AWAY);
        List<RecordDraft> drafts = new ArrayList<>(records.bodies().drafts(both.get(0), reason));
        boolean differs = !drafts.isEmpty();
        drafts.addAll(records.bodies()
                .drafts(new KeptChart(emptied, both.get(1).facts(), both.get(1).details()), reason));
        records.commit(caller, drafts);
        count(patient, known, differs);
        return true;
    }

    /** How many resources wait for their Patient, of this delivery and others. */
    long waiting() {
        return records.resourcesWaiting(caller);
    }

    /** How often a patient was left as he was because of too many resources. */
    long crowded() {
        return crowded;
    }

    long added() {
        return added.size();
    }

    /** Charts that were there before this delivery and that it changed. */
    long changed() {
        return changed.stream().filter(id -> !added.contains(id)).count();
    }

    long unchanged() {
        return unchanged.stream()
                .filter(id -> !added.contains(id) && !changed.contains(id))
                .count();
    }
}
