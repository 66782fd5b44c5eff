package health.medley.billing.internal.month;

import health.medley.core.Caller;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.PatientMonth;
import health.medley.core.billing.PatientStatement;
import health.medley.core.careplan.PlanInForce;
import health.medley.core.careplan.PlanReader;
import health.medley.core.chart.PatientChart;
import health.medley.core.chart.RegisteredChartReader;
import health.medley.core.eligibility.ConditionOverride;
import health.medley.core.eligibility.EnrolledProgram;
import health.medley.core.practice.CarePlanState;
import health.medley.core.practice.MonthStatement;
import health.medley.core.practice.Practice;
import health.medley.core.time.KeptTime;
import health.medley.core.time.TimeQuery;
import health.medley.core.time.TimeReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts together what the record says of patients' months, with one reading of each kind for all of them. */
final class RecordedMonths {
    private static final CarePlanState NO_PLAN = new CarePlanState(Optional.empty(), false);

    private final MonthPorts ports;
    private final MonthRecords records;
    private final Caller caller;
    private final Practice practice;
    private final ServiceMonth month;
    private final boolean explained;

    /** Read months whose determinations are to say everything, or only what is kept. */
    RecordedMonths(
            MonthPorts ports,
            MonthRecords records,
            Caller caller,
            Practice practice,
            ServiceMonth month,
            boolean explained) {
        this.explained = explained;
        this.ports = ports;
        this.records = records;
        this.caller = caller;
        this.practice = practice;
        this.month = month;
    }

    /** What one reading found, by patient. */
    private record Found(
            Map<PatientRef, PatientChart> charts,
            Map<PatientRef, List<KeptTime>> time,
            Map<PatientRef, List<PlanInForce>> plans,
            Map<PatientRef, MonthStatement> statements,
            Map<PatientRef, Map<String, Boolean>> overrides) {}

    /** The months of enrolled patients, in the order given; 500 at most at a time. */
    List<RecordedMonth> of(Map<PatientRef, List<EnrolledProgram>> enrolled) {
        if (enrolled.isEmpty()) {
            return List.of();
        }
        Set<PatientRef> patients = enrolled.keySet();
        Map<PatientRef, MonthStatement> statements = statements(patients);
        Map<PatientRef, PatientChart> charts = ports.charts().charts(caller, patients, new Charts());
        Found found =
                new Found(charts, time(patients), plans(patients, charts, statements), statements, overrides(patients));
        List<RecordedMonth> months = new ArrayList<>(enrolled.size());
        enrolled.forEach((patient, programs) -> months.add(month(patient, programs, found)));
        return months;
    }

    private RecordedMonth month(PatientRef patient, List<EnrolledProgram> programs, Found found) {
        List<KeptTime> time = found.time().getOrDefault(patient, List.of());
        List<PlanInForce> plans = found.plans().getOrDefault(patient, List.of());
        Optional<PatientMonth> question = Optional.ofNullable(found.charts().get(patient))
                .filter(chart -> !programs.isEmpty())
                .map(chart -> new PatientMonth(
                        month,
                        practice,
                        programs.stream()
                                .map(program ->
                                        program.enrollment(chart.patient(), month, plan(plans, program.program())))
                                .toList(),
                        chart,
                        time.stream().map(kept -> kept.entry(chart.patient())).toList(),
                        statement(found.statements().getOrDefault(patient, MonthStatement.NOTHING), plans),
                        found.overrides().getOrDefault(patient, Map.of()),
                        List.of(),
                        Optional.empty(),
                        explained));
        return new RecordedMonth(patient, programs, time, plans, question);
    }

    private static CarePlanState plan(List<PlanInForce> plans, String program) {
        return plans.stream()
                .filter(plan -> plan.program().equals(program))
                .findFirst()
                .map(PlanInForce::state)
                .orElse(NO_PLAN);
    }

    /** What was done to the plans stands in their record; a statement that names an action goes before it. */
    private static MonthStatement statement(MonthStatement stated, List<PlanInForce> plans) {
        if (!stated.carePlanAction().isEmpty()) {
            return stated;
        }
        String action = plans.stream()
                .map(PlanInForce::action)
                .filter(done -> !done.isEmpty())
                .findFirst()
                .orElse("");
        return new MonthStatement(
                stated.mdm(), action, stated.otherCodes(), stated.patientEvents(), stated.extraFacts());
    }

    private Map<PatientRef, MonthStatement> statements(Set<PatientRef> patients) {
        Map<PatientRef, MonthStatement> found = new HashMap<>();
        records.statements()
                .list(caller, records.statements().query().patients(patients).month(month))
                .forEach((PatientStatement stated) -> found.put(stated.patient(), stated.statement()));
        return found;
    }

    private Map<PatientRef, Map<String, Boolean>> overrides(Set<PatientRef> patients) {
        Map<PatientRef, Map<String, Boolean>> found = new HashMap<>();
        for (ConditionOverride override : ports.screening().overrides(caller, patients)) {
            if (!override.withdrawn()) {
                found.computeIfAbsent(override.patient(), added -> new TreeMap<>())
                        .put(override.code(), override.chronic());
            }
        }
        return found;
    }

    private Map<PatientRef, List<KeptTime>> time(Set<PatientRef> patients) {
        return ports.ledger().read(caller, new TimeQuery(patients, month), new Entries());
    }

    /** The plans as they stand on each patient's date of service, which a death or the practice may set earlier. */
    private Map<PatientRef, List<PlanInForce>> plans(
            Set<PatientRef> patients,
            Map<PatientRef, PatientChart> charts,
            Map<PatientRef, MonthStatement> statements) {
        Map<LocalDate, Set<PatientRef>> byDay = patients.stream()
                .collect(Collectors.groupingBy(
                        patient -> ServiceDate.of(
                                month,
                                Optional.ofNullable(charts.get(patient)),
                                statements.getOrDefault(patient, MonthStatement.NOTHING)),
                        TreeMap::new,
                        Collectors.toSet()));
        Map<PatientRef, List<PlanInForce>> found = new HashMap<>();
        byDay.forEach((day, whose) -> found.putAll(ports.plans().inForce(caller, whose, day, new Plans())));
        return found;
    }

    private static final class Charts implements RegisteredChartReader<Map<PatientRef, PatientChart>> {
        private final Map<PatientRef, PatientChart> found = new HashMap<>();

        @Override
        public void chart(PatientRef patient, PatientChart chart) {
            found.put(patient, chart);
        }

        @Override
        public Map<PatientRef, PatientChart> result() {
            return found;
        }
    }

    private static final class Entries implements TimeReader<Map<PatientRef, List<KeptTime>>> {
        private final Map<PatientRef, List<KeptTime>> found = new HashMap<>();

        @Override
        public boolean take(KeptTime time) {
            found.computeIfAbsent(time.patient(), added -> new ArrayList<>()).add(time);
            return true;
        }

        @Override
        public Map<PatientRef, List<KeptTime>> result() {
            return found;
        }
    }

    private static final class Plans implements PlanReader<Map<PatientRef, List<PlanInForce>>> {
        private final Map<PatientRef, List<PlanInForce>> found = new HashMap<>();

        @Override
        public void plan(PlanInForce plan) {
            found.computeIfAbsent(plan.patient(), added -> new ArrayList<>()).add(plan);
        }

        @Override
        public Map<PatientRef, List<PlanInForce>> result() {
            return found;
        }
    }
}
