package health.medley.chartfhir.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Page;
import health.medley.core.PatientRef;
import health.medley.core.Role;
import health.medley.core.chart.ChartDelivery;
import health.medley.core.chart.ChartFormat;
import health.medley.core.chart.ImportReport;
import health.medley.core.chart.PatientChart;
import health.medley.core.chart.RegisteredChartReader;
import health.medley.core.store.Changes;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.RecordKey;
import health.medley.core.store.StoredRecord;
import health.medley.record.RecordIds;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RegisterTest {

    private static final String PATIENT = "{'resourceType':'Patient','id':'%s'}";

    private final Register register = new Register();

    private static void refused(ErrorCode code, Executable call) {
        assertEquals(code, assertThrows(MedleyException.class, call).code());
    }

    private static String[] patients(int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(PATIENT.formatted("p" + i));
        }
        return lines.toArray(String[]::new);
    }

    @Test
    void listsPatientsPageByPageInTheOrderOfReferences() {
        register.lines(patients(5));
        List<PatientRef> listed = new ArrayList<>();
        Optional<String> after = Optional.empty();
        List<PatientRef> page = register.charts.patients(Register.CALLER, new Page(after, 2));
        while (!page.isEmpty()) {
            listed.addAll(page);
            after = Optional.of(page.get(page.size() - 1).value());
            page = register.charts.patients(Register.CALLER, new Page(after, 2));
        }

        assertEquals(5, new HashSet<>(listed).size());
        assertEquals(listed.stream().sorted().toList(), listed);
    }

    @Test
    void anotherPracticeHasItsOwnPatients() {
        register.lines(patients(1));
        PatientRef patient = register.ref("p0");
        Caller south = Caller.of("ann", "south", Role.CARE_MANAGER, "tests");

        refused(ErrorCode.PATIENT_UNKNOWN, () -> register.charts.lookup(south, "p0"));
        refused(ErrorCode.PATIENT_UNKNOWN, () -> register.charts.chart(south, patient));
        assertEquals(List.of(), register.charts.patients(south, Page.FIRST));
        register.charts.take(
                south,
                ChartDelivery.of(ChartFormat.NDJSON, "d"),
                new ByteArrayInputStream(Folder.utf8(PATIENT.formatted("p0"))));
        assertTrue(!register.charts.lookup(south, "p0").equals(patient));
    }

    @Test
    void passesOverPatientsWhoAreNotThere() {
        register.lines(patients(2));
        Set<PatientRef> asked = Set.of(register.ref("p1"), RecordIds.patient());

        List<String> read = register.charts.charts(Register.CALLER, asked, new RegisteredChartReader<>() {
            private final List<String> ids = new ArrayList<>();

            @Override
            public void chart(PatientRef patient, PatientChart chart) {
                ids.add(chart.patient());
            }

            @Override
            public List<String> result() {
                return ids;
            }
        });
        assertEquals(List.of("p1"), read);
        refused(ErrorCode.PATIENT_UNKNOWN, () -> register.charts.chart(Register.CALLER, RecordIds.patient()));
    }

    @Test
    void refusesMorePatientsThanOneReadingTakes() {
        Set<PatientRef> many = new HashSet<>();
        while (many.size() <= 1_000) {
            many.add(RecordIds.patient());
        }
        refused(ErrorCode.ARGUMENT_INVALID, () -> register.charts.charts(Register.CALLER, many, null));
    }

    @Test
    void deliveriesAtTheSameTimeLoseNothing() throws Exception {
        int threads = 4;
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<ImportReport>> running = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                String id = "c" + t;
                running.add(pool.submit(() -> {
                    start.await();
                    List<String> lines = new ArrayList<>(List.of(patients(50)));
                    for (int i = 0; i < 50; i++) {
                        lines.add("{'resourceType':'Condition','id':'" + id + "-" + i
                                + "','subject':{'reference':'Patient/p" + i + "'},'code':{'coding':[{'code':'" + id
                                + "'}]}}");
                    }
                    return register.lines(lines.toArray(String[]::new));
                }));
            }
            for (Future<ImportReport> one : running) {
                assertEquals(0, one.get().problemCount());
            }
        } finally {
            pool.shutdownNow();
        }
        assertEquals(50, register.all().size());
        register.all()
                .values()
                .forEach(chart -> assertEquals(threads, chart.conditions().size()));
    }

    @Test
    void preservesMembersThatANewerBundleWrote() {
        register.lines(PATIENT.formatted("p1"));
        PatientRef patient = register.ref("p1");
        for (String kind : List.of(ChartRecords.FACTS, ChartRecords.DETAILS)) {
            StoredRecord now = register.store
                    .get(Register.CALLER, new RecordKey(kind, patient.value()))
                    .orElseThrow();
            String body = now.body().substring(0, now.body().length() - 1) + ",\"later\":{\"x\":[1,2]}}";
            RecordDraft newer = new RecordDraft(
                    now.key(), 1, 1, body, now.patient(), Optional.empty(), now.index(), Set.of(), "newer");
            register.store.commit(Register.CALLER, new Changes(List.of(newer), Optional.empty()));
        }
        register.lines("{'resourceType':'Patient','id':'p1','birthDate':'1950-01-01'}");
        register.lines("{'resourceType':'MedicationRequest','id':'m1','subject':{'reference':'Patient/p1'}}");

        for (String kind : List.of(ChartRecords.FACTS, ChartRecords.DETAILS)) {
            StoredRecord now = register.store
                    .get(Register.CALLER, new RecordKey(kind, patient.value()))
                    .orElseThrow();
            assertTrue(now.version() > 2, kind);
            assertTrue(now.body().contains("\"later\":{\"x\":[1,2]}"), now.body());
        }
    }

    @Test
    void aDamagedRecordIsSaidToBeWithoutQuotingIt() {
        register.lines(PATIENT.formatted("p1"));
        PatientRef patient = register.ref("p1");
        StoredRecord now = register.store
                .get(Register.CALLER, new RecordKey(ChartRecords.FACTS, patient.value()))
                .orElseThrow();
        RecordDraft bad = new RecordDraft(
                now.key(),
                1,
                1,
                "{\"fhirId\":\"p1\",\"known\":true,\"birth\":\"Secret\"}",
                now.patient(),
                Optional.empty(),
                now.index(),
                Set.of(),
                "bad");
        register.store.commit(Register.CALLER, new Changes(List.of(bad), Optional.empty()));

        MedleyException said =
                assertThrows(MedleyException.class, () -> register.charts.chart(Register.CALLER, patient));
        assertEquals(ErrorCode.STORE_DAMAGED, said.code());
        assertTrue(!said.getMessage().contains("Secret"), said.getMessage());
    }
}
