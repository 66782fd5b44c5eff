package health.medley.billing.internal.month;

import health.medley.core.Caller;
import health.medley.core.Page;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.Determination;
import health.medley.core.billing.KeptDetermination;
import health.medley.core.billing.LateChange;
import health.medley.core.billing.LateFact;
import health.medley.core.billing.LateMonth;
import health.medley.core.eligibility.EnrolledProgram;
import health.medley.core.practice.Practice;
import health.medley.core.store.RecordKey;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.RecordReader;
import health.medley.core.store.StoredRecord;
import health.medley.core.time.KeptTime;
import health.medley.core.time.TimeQuery;
import health.medley.core.time.TimeReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds what was recorded after determinations were frozen, and what it would change. */
final class LateFacts {
    private static final int MOST = 500;
    private static final String TIME = "time-entry";
    /** What else a month rests on, whichever month it is recorded for. */
    private static final List<String> LASTING = List.of("chart", "enrollment", "condition-override", "care-plan");
    /** Two nodes' clocks differ; whoever is looked at twice is only decided once more. */
    private static final Duration CLOCKS = Duration.ofMinutes(1);

    private final MonthPorts ports;
    private final MonthRecords records;
    private final Caller caller;
    private final ServiceMonth month;

    LateFacts(MonthPorts ports, MonthRecords records, Caller caller, ServiceMonth month) {
        this.ports = ports;
        this.records = records;
        this.caller = caller;
        this.month = month;
    }

    LateMonth page(Page page) {
        EnrolledPatients enrolled = new EnrolledPatients(ports.enrollments(), caller, month);
        Map<PatientRef, List<EnrolledProgram>> next = new MonthPatients(enrolled, records, caller, month)
                .next(page.after().map(PatientRef::new), Math.min(MOST, page.limit()));
        if (next.isEmpty()) {
            return new LateMonth(month, 0, List.of(), Optional.empty());
        }
        KeptMonth kept = KeptMonth.read(records, caller, next.keySet(), month);
        Map<PatientRef, List<LateFact>> facts = facts(next.keySet(), kept);
        Map<PatientRef, List<EnrolledProgram>> touched = new LinkedHashMap<>();
        next.forEach((patient, programs) -> {
            if (facts.containsKey(patient)) {
                touched.put(patient, programs);
            }
        });
        List<LateChange> changes = new ArrayList<>();
        decide(touched).forEach(decided -> changes(decided, kept, facts, changes));
        Optional<String> last =
                next.keySet().stream().reduce((one, other) -> other).map(PatientRef::value);
        return new LateMonth(month, next.size(), changes, last);
    }

    private List<DecidedMonth> decide(Map<PatientRef, List<EnrolledProgram>> patients) {
        Practice practice = ports.practices().practice(caller);
        return new MonthDeciding(ports.billing(), caller, month)
                .decide(new RecordedMonths(ports, records, caller, practice, month, false).of(patients));
    }

    private static void changes(
            DecidedMonth decided, KeptMonth kept, Map<PatientRef, List<LateFact>> facts, List<LateChange> changes) {
        Map<String, KeptDetermination> before = kept.determinations(decided.patient());
        Map<String, Determination> now = new TreeMap<>();
        decided.programs().forEach(one -> now.put(one.determination().program(), one.determination()));
        Set<String> programs = new TreeSet<>(before.keySet());
        programs.addAll(now.keySet());
        for (String program : programs) {
            Optional<KeptDetermination> old = Optional.ofNullable(before.get(program));
            Optional<Determination> young = Optional.ofNullable(now.get(program));
            boolean settled = young.isEmpty()
                    && old.filter(gone -> gone.determination().reason().equals(MonthDrafts.NOT_ENROLLED))
                            .isPresent();
            boolean same = old.isPresent()
                    && young.isPresent()
                    && MonthDrafts.same(old.get().determination(), young.get());
            if (!settled && !same) {
                changes.add(new LateChange(
                        decided.patient(),
                        program,
                        old,
                        young,
                        facts.getOrDefault(decided.patient(), List.of()),
                        old.isPresent()
                                && young.isPresent()
                                && !old.get()
                                        .determination()
                                        .rules()
                                        .equals(young.get().rules())));
            }
        }
    }

    /** What was recorded of each patient since; a patient of whom nothing was is not in it. */
    private Map<PatientRef, List<LateFact>> facts(Set<PatientRef> patients, KeptMonth kept) {
        Map<PatientRef, List<LateFact>> found = new HashMap<>();
        Late late = new Late(kept, found);
        for (String kind : LASTING) {
            ports.store().read(caller, RecordQuery.of(kind).patients(patients), late);
        }
        ports.store()
                .read(
                        caller,
                        RecordQuery.of(MonthRecords.STATEMENT)
                                .patients(patients)
                                .month(month),
                        late);
        for (KeptTime entry : ports.ledger().read(caller, new TimeQuery(patients, month, true), new Entries())) {
            if (late.after(entry.patient(), entry.changedAt())) {
                ports.store().get(caller, new RecordKey(TIME, entry.id())).ifPresent(late::take);
            }
        }
        found.values()
                .forEach(facts -> facts.sort(Comparator.comparing(LateFact::recorded)
                        .thenComparing(LateFact::kind)
                        .thenComparing(LateFact::id)));
        return found;
    }

    private record Late(KeptMonth kept, Map<PatientRef, List<LateFact>> found) implements RecordReader<Boolean> {

        boolean after(PatientRef patient, Instant recorded) {
            // whoever has no determination was enrolled since, and all there is of them is late
            return kept.determinations(patient).values().stream()
                    .allMatch(frozen -> recorded.isAfter(frozen.read().minus(CLOCKS)));
        }

        @Override
        public boolean take(StoredRecord record) {
            record.patient()
                    .filter(patient -> after(patient, record.by().at()))
                    .ifPresent(patient -> found.computeIfAbsent(patient, added -> new ArrayList<>())
                            .add(new LateFact(
                                    record.key().kind(),
                                    record.id(),
                                    record.by().at(),
                                    record.by().user())));
            return true;
        }

        @Override
        public Boolean result() {
            return true;
        }
    }

    private static final class Entries implements TimeReader<List<KeptTime>> {
        private final List<KeptTime> all = new ArrayList<>();

        @Override
        public boolean take(KeptTime time) {
            all.add(time);
            return true;
        }

        @Override
        public List<KeptTime> result() {
            return all;
        }
    }
}
