package health.medley.billing.internal.month;

import health.medley.billing.internal.FakePorts;
import health.medley.billing.internal.FixedLibrary;
import health.medley.billing.internal.practice.StoredPracticeService;
import health.medley.core.Caller;
import health.medley.core.PatientRef;
import health.medley.core.Role;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.BillingService;
import health.medley.core.careplan.CarePlanService;
import health.medley.core.careplan.PlanInForce;
import health.medley.core.careplan.PlanReader;
import health.medley.core.chart.ChartRegister;
import health.medley.core.chart.PatientChart;
import health.medley.core.chart.RegisteredChartReader;
import health.medley.core.eligibility.BillingTerms;
import health.medley.core.eligibility.EnrolledProgram;
import health.medley.core.eligibility.EnrollmentQuery;
import health.medley.core.eligibility.EnrollmentReader;
import health.medley.core.eligibility.EnrollmentService;
import health.medley.core.eligibility.KeptConsent;
import health.medley.core.eligibility.ScreeningService;
import health.medley.core.practice.InitiatingVisit;
import health.medley.core.practice.Practice;
import health.medley.core.practice.Setting;
import health.medley.core.rules.RuleLibrary;
import health.medley.core.store.Changes;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.RecordKey;
import health.medley.core.store.RecordStore;
import health.medley.core.store.StoreKeeper;
import health.medley.core.store.StoreState;
import health.medley.core.store.StoreStatus;
import health.medley.core.time.KeptTime;
import health.medley.core.time.PerformerOverlap;
import health.medley.core.time.TimeLedger;
import health.medley.core.time.TimeQuery;
import health.medley.core.time.TimeReader;
import health.medley.core.time.TimeRole;
import health.medley.record.MemoryRecordStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A practice whose record a test writes: enrollments, charts, plans and time as values, the rest in a store. */
final class FakePractice {
    static final ServiceMonth MONTH = ServiceMonth.parse("2025-03");
    static final Caller BILLER = Caller.of("bea", "north", Role.ADMINISTRATOR, "test");
    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final Instant AFTER = Instant.parse("2025-04-02T12:00:00Z");
    static final String NPI = "1999999018";
    static final Practice PRACTICE = new Practice("North", "1999999034", ZONE, "11", "national", Setting.PFS);

    final SettableClock clock = new SettableClock(AFTER);
    final MemoryRecordStore memory = new MemoryRecordStore(clock);
    RecordStore store = memory;
    BillingService billing = FakePorts.counting(3);
    RuleLibrary library = FixedLibrary.shipped();
    boolean locked;

    final Map<String, EnrolledProgram> enrolled = new TreeMap<>();
    final Map<PatientRef, PatientChart> charts = new TreeMap<>();
    final Map<PatientRef, List<PlanInForce>> plans = new TreeMap<>();
    final List<KeptTime> time = new ArrayList<>();
    final List<PerformerOverlap> overlaps = new ArrayList<>();

    FakePractice() {
        new StoredPracticeService(memory).update(BILLER, 0, PRACTICE);
    }

    /** The reference of a numbered patient. */
    static PatientRef patient(int number) {
        return new PatientRef("p" + "%026d".formatted(number));
    }

    /** A patient with a chart, a plan and an enrollment in chronic care management, whose month has no time yet. */
    PatientRef add(int number) {
        PatientRef patient = patient(number);
        charts.put(
                patient,
                new PatientChart(
                        "fhir-" + number, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of()));
        plan(patient, "ccm", false, List.of(LocalDate.parse("2025-01-10")));
        enroll(patient, "ccm", "staff", LocalDate.parse("2025-01-02"));
        return patient;
    }

    /** So many patients with 25 minutes each. */
    void addBilled(int from, int to) {
        for (int number = from; number <= to; number++) {
            work(add(number), "rn-" + number, 5, 25 * 60);
        }
    }

    void plan(PatientRef patient, String program, boolean backdated, List<LocalDate> copies) {
        plans.computeIfAbsent(patient, added -> new ArrayList<>())
                .removeIf(plan -> plan.program().equals(program));
        plans.get(patient)
                .add(new PlanInForce(
                        patient,
                        program,
                        "plan-" + patient,
                        1,
                        LocalDate.parse("2025-01-10"),
                        backdated,
                        copies,
                        List.of(),
                        Optional.empty()));
        recorded("care-plan", "plan-" + patient + program, patient);
    }

    EnrolledProgram enroll(PatientRef patient, String program, String track, LocalDate consent) {
        return enroll(patient, program, track, consent, NPI, Instant.parse("2025-01-02T15:00:00Z"));
    }

    EnrolledProgram enroll(
            PatientRef patient, String program, String track, LocalDate consent, String npi, Instant recorded) {
        String id = patient + "." + program + "." + consent;
        Set<String> items = Set.of("availability", "cost-sharing", "one-practitioner", "right-to-stop");
        EnrolledProgram value = new EnrolledProgram(
                id,
                1,
                patient,
                program,
                consent,
                List.of(new BillingTerms(ServiceMonth.parse("2025-01"), npi, "MD", track)),
                List.of(new KeptConsent(consent, "verbal", items, "ann", npi, recorded)),
                Optional.of(new InitiatingVisit("99214", LocalDate.parse("2024-12-10"), Optional.empty())),
                true,
                Optional.empty(),
                Optional.empty());
        enrolled.put(id, value);
        recorded("enrollment", id, patient);
        return value;
    }

    void leave(PatientRef patient, String program) {
        enrolled.values()
                .removeIf(one -> one.patient().equals(patient) && one.program().equals(program));
        recorded("enrollment", patient + "." + program + "." + "2025-01-02", patient);
    }

    /** Work on a day of the month from 10:00 on. */
    KeptTime work(PatientRef patient, String performer, int day, int seconds) {
        return work(patient, performer, "2025-03-%02dT10:00:00-05:00".formatted(day), seconds, false);
    }

    KeptTime work(PatientRef patient, String performer, String start, int seconds, boolean late) {
        OffsetDateTime from = OffsetDateTime.parse(start);
        String id = "t" + time.size();
        KeptTime entry = new KeptTime(
                id,
                1,
                patient,
                MONTH,
                from,
                from.plusSeconds(seconds),
                performer,
                TimeRole.STAFF,
                "call",
                "ccm",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                clock.instant(),
                clock.instant(),
                late,
                false,
                Optional.empty());
        time.add(entry);
        recorded("time-entry", id, patient);
        return entry;
    }

    /** Put a version of a fact's record into the store, as its owner would. */
    void recorded(String kind, String id, PatientRef patient) {
        RecordKey key = new RecordKey(kind, id);
        long version = memory.history(BILLER, key).size();
        memory.commit(
                BILLER,
                new Changes(
                        List.of(new RecordDraft(
                                key, version, 1, "{}", Optional.of(patient), Optional.empty(), Map.of(), Set.of(), "")),
                        Optional.empty()));
    }

    KeptMonthService months(int chunk) {
        return new KeptMonthService(ports(), clock, chunk);
    }

    KeptClaimService claims() {
        return new KeptClaimService(ports(), clock);
    }

    MonthPorts ports() {
        return new MonthPorts(
                store,
                FakePort.of(
                        StoreKeeper.class,
                        Map.of(
                                "status",
                                asked -> new StoreStatus(StoreState.READY, "memory", 1, 1, locked, List.of()))),
                new StoredPracticeService(store),
                FakePort.of(
                        EnrollmentService.class,
                        Map.of("read", asked -> read((EnrollmentQuery) asked[1], (EnrollmentReader<?>) asked[2]))),
                FakePort.of(ScreeningService.class, Map.of("overrides", asked -> List.of())),
                FakePort.of(
                        ChartRegister.class,
                        Map.of(
                                "chart", asked -> charts.get((PatientRef) asked[1]),
                                "charts", asked -> charts((Set<?>) asked[1], (RegisteredChartReader<?>) asked[2]))),
                FakePort.of(
                        TimeLedger.class,
                        Map.of(
                                "read", asked -> time((TimeQuery) asked[1], (TimeReader<?>) asked[2]),
                                "overlaps", asked -> List.copyOf(overlaps))),
                FakePort.of(
                        CarePlanService.class,
                        Map.of("inForce", asked -> plans((Set<?>) asked[1], (PlanReader<?>) asked[3]))),
                billing,
                library);
    }

    private Object read(EnrollmentQuery query, EnrollmentReader<?> reader) {
        for (EnrolledProgram one : List.copyOf(enrolled.values())) {
            boolean named = (query.month().isEmpty() || one.covers(query.month().get()))
                    && (query.patients().isEmpty() || query.patients().contains(one.patient()))
                    && (query.after().isEmpty()
                            || one.id().compareTo(query.after().get()) > 0);
            if (named && !reader.take(one)) {
                break;
            }
        }
        return reader.result();
    }

    private Object charts(Set<?> patients, RegisteredChartReader<?> reader) {
        charts.forEach((patient, chart) -> {
            if (patients.contains(patient)) {
                reader.chart(patient, chart);
            }
        });
        return reader.result();
    }

    private Object time(TimeQuery query, TimeReader<?> reader) {
        for (KeptTime entry : List.copyOf(time)) {
            if (query.patients().isEmpty() || query.patients().contains(entry.patient())) {
                reader.take(entry);
            }
        }
        return reader.result();
    }

    private Object plans(Set<?> patients, PlanReader<?> reader) {
        plans.forEach((patient, all) -> {
            if (patients.contains(patient)) {
                all.forEach(reader::plan);
            }
        });
        return reader.result();
    }
}
