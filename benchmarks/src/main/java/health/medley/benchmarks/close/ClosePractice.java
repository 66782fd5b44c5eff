package health.medley.benchmarks.close;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.benchmarks.workload.Mix;
import health.medley.benchmarks.workload.PatientRow;
import health.medley.benchmarks.workload.TimeEntry;
import health.medley.benchmarks.workload.Workload;
import health.medley.core.Caller;
import health.medley.core.Page;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.PatientStatement;
import health.medley.core.chart.ChartDelivery;
import health.medley.core.chart.ChartFormat;
import health.medley.core.chart.ChartRegister;
import health.medley.core.chart.PatientChart;
import health.medley.core.chart.RegisteredChartReader;
import health.medley.core.eligibility.BillingTerms;
import health.medley.core.eligibility.Ending;
import health.medley.core.eligibility.EnrolledProgram;
import health.medley.core.eligibility.KeptConsent;
import health.medley.core.practice.InitiatingVisit;
import health.medley.core.practice.MonthStatement;
import health.medley.core.practice.Practice;
import health.medley.core.practice.PracticeService;
import health.medley.core.practice.Setting;
import health.medley.core.store.Changes;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.RecordStore;
import health.medley.core.store.Recorded;
import health.medley.core.time.KeptTime;
import health.medley.core.time.TimeRole;
import health.medley.record.RecordIds;
import health.medley.record.RecordJson;
import health.medley.record.RecordKind;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
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

/** Writes the peers' workload into a store as the record of one practice's month. */
final class ClosePractice {
    static final ServiceMonth MONTH = ServiceMonth.parse("2025-03");

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final String NPI = "1999999018";
    private static final int BATCH = 500;
    private static final int NURSES = 97;
    private static final String PREFIX = "patient-";
    private static final List<String> MDM = List.of("none", "straightforward", "moderate", "high");
    private static final Instant RECORDED = Instant.parse("2025-03-31T20:00:00Z");

    /** The part of a care plan that billing reads, as careplan-bundle keeps it beside the plan. */
    record Standing(
            String id,
            long version,
            PatientRef patient,
            String program,
            List<Edition> editions,
            List<String> actions,
            Optional<LocalDate> nextReview)
            implements Recorded {}

    /** An edition of a plan. */
    record Edition(int number, LocalDate from, Optional<LocalDate> until, boolean backdated, List<LocalDate> copies) {}

    private final RecordStore store;
    private final ChartRegister charts;
    private final PracticeService practices;
    private final Caller caller = ServedPractice.caller();
    private final RecordIds ids = new RecordIds(Clock.systemUTC());
    private final ObjectMapper mapper = RecordJson.mapper();
    private final RecordKind<EnrolledProgram> enrollments = RecordKind.of(
                    "enrollment", 1, EnrolledProgram.class, mapper)
            .ofPatient(EnrolledProgram::patient)
            .foundBy(one -> Map.of("program", one.program()))
            .unique(one -> Set.of(one.patient().value() + "/" + one.program()));
    private final RecordKind<Standing> standings =
            RecordKind.of("careplan.standing", 1, Standing.class, mapper).ofPatient(Standing::patient);
    private final RecordKind<KeptTime> times = RecordKind.of("time-entry", 1, KeptTime.class, mapper)
            .ofPatient(KeptTime::patient)
            .inMonth(KeptTime::month);
    private final RecordKind<PatientStatement> statements = RecordKind.of(
                    "month-statement", 1, PatientStatement.class, mapper)
            .ofPatient(PatientStatement::patient)
            .inMonth(PatientStatement::month);
    private final List<RecordDraft> drafts = new ArrayList<>();
    private long entries;

    ClosePractice(RecordStore store, ChartRegister charts, PracticeService practices) {
        this.store = store;
        this.charts = charts;
        this.practices = practices;
    }

    /** Write so many patients; returns how many time entries they have. */
    long write(int patients) {
        practices.update(caller, 0, new Practice("North", "1999999034", ZONE, "11", "national", Setting.PFS));
        PatientRow[] rows = Workload.of(Mix.STANDARD, patients);
        for (int from = 0; from < rows.length; from += BATCH) {
            charts(rows, from, Math.min(rows.length, from + BATCH));
        }
        List<PatientRef> page = charts.patients(caller, Page.FIRST);
        while (!page.isEmpty()) {
            charts.charts(caller, Set.copyOf(page), new FhirIds()).forEach((patient, fhirId) -> {
                record(rows[Integer.parseInt(fhirId.substring(PREFIX.length()))], patient);
                if (drafts.size() >= BATCH * 4) {
                    flush();
                }
            });
            Optional<String> after = Optional.of(page.get(page.size() - 1).value());
            page = charts.patients(caller, new Page(after, Page.MOST));
        }
        flush();
        return entries;
    }

    private static String fhirId(PatientRow row) {
        return PREFIX + "%06d".formatted(row.id());
    }

    private static final class FhirIds implements RegisteredChartReader<Map<PatientRef, String>> {
        private final Map<PatientRef, String> found = new TreeMap<>();

        @Override
        public void chart(PatientRef patient, PatientChart chart) {
            found.put(patient, chart.patient());
        }

        @Override
        public Map<PatientRef, String> result() {
            return found;
        }
    }

    private void charts(PatientRow[] rows, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            PatientRow row = rows[i];
            text.append("{\"resourceType\":\"Patient\",\"id\":\"")
                    .append(fhirId(row))
                    .append("\",\"birthDate\":\"1950-05-05\"}\n");
            for (int n = 0; n < row.conditions().length; n++) {
                text.append("{\"resourceType\":\"Condition\",\"id\":\"c")
                        .append(row.id())
                        .append('-')
                        .append(n)
                        .append("\",\"subject\":{\"reference\":\"Patient/")
                        .append(fhirId(row))
                        .append(
                                "\"},\"code\":{\"coding\":[{\"system\":\"http://hl7.org/fhir/sid/icd-10-cm\",\"code\":\"")
                        .append(row.conditions()[n])
                        .append("\"}]},\"onsetDateTime\":\"2020-01-01\"}\n");
            }
        }
        charts.take(
                caller,
                ChartDelivery.of(ChartFormat.NDJSON, "workload"),
                new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private void record(PatientRow row, PatientRef patient) {
        drafts.add(enrollments.draft(enrollment(row, patient), Optional.empty(), ""));
        if (row.carePlanDay() != 0) {
            LocalDate made = MONTH.firstDay().plusDays(row.carePlanDay() - row.monthStart());
            Edition edition = new Edition(1, made, Optional.empty(), false, List.of(made));
            Standing standing =
                    new Standing(ids.next(), 0, patient, "ccm", List.of(edition), List.of(), Optional.empty());
            drafts.add(standings.draft(standing, Optional.empty(), ""));
        }
        MonthStatement stated =
                new MonthStatement(MDM.get(row.decisionMaking()), "monitored", List.of(), Map.of(), Map.of());
        drafts.add(statements.draft(
                new PatientStatement(MONTH + "." + patient, 0, patient, MONTH, stated), Optional.empty(), ""));
        work(row, patient, row.staff(), "rn-" + row.id() % NURSES);
        work(row, patient, row.practitioner(), NPI);
    }

    private EnrolledProgram enrollment(PatientRow row, PatientRef patient) {
        LocalDate first = MONTH.firstDay();
        Set<String> items = Set.of("availability", "cost-sharing", "one-practitioner", "right-to-stop");
        LocalDate given = first.plusDays(row.consentDay() - row.monthStart());
        List<KeptConsent> consents =
                row.consent() == 0 ? List.of() : List.of(new KeptConsent(given, "verbal", items, "ann", NPI, RECORDED));
        LocalDate from = consents.isEmpty() ? first.minusDays(30) : given;
        Optional<Ending> revoked =
                row.consent() == 2 ? Optional.of(new Ending(first.minusDays(20), "", RECORDED)) : Optional.empty();
        String track = row.id() % 10 == 0 ? "complex" : row.id() % 10 < 3 ? "practitioner" : "staff";
        return new EnrolledProgram(
                patient + ".ccm.1",
                0,
                patient,
                "ccm",
                from,
                List.of(new BillingTerms(ServiceMonth.parse("2024-01"), NPI, "MD", track)),
                consents,
                Optional.of(new InitiatingVisit("99214", from.minusDays(10), Optional.empty())),
                true,
                revoked,
                Optional.empty());
    }

    private void work(PatientRow row, PatientRef patient, TimeEntry[] all, String performer) {
        for (int n = 0; n < all.length; n++) {
            LocalDate day = MONTH.firstDay().plusDays(Math.max(0, all[n].day() - row.monthStart()));
            OffsetDateTime start = day.atTime(8, 0)
                    .plusMinutes((row.id() * 31L + n * 47L) % 540)
                    .atZone(ZONE)
                    .toOffsetDateTime();
            drafts.add(times.draft(entry(patient, all[n], start, performer), Optional.empty(), ""));
            entries++;
        }
    }

    private KeptTime entry(PatientRef patient, TimeEntry one, OffsetDateTime start, String performer) {
        TimeRole role = performer.equals(NPI) ? TimeRole.PRACTITIONER : TimeRole.STAFF;
        return new KeptTime(
                ids.next(),
                0,
                patient,
                MONTH,
                start,
                start.plusMinutes(one.minutes()),
                performer,
                one.role().equals("ADMIN") ? TimeRole.CLERICAL : role,
                "call",
                "ccm",
                Optional.of("Called about blood pressure and medication."),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                RECORDED,
                RECORDED,
                false,
                false,
                Optional.empty());
    }

    private void flush() {
        if (!drafts.isEmpty()) {
            store.commit(caller, new Changes(drafts, Optional.empty()));
            drafts.clear();
        }
    }
}
