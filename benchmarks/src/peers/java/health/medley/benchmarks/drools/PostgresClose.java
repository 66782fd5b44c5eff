package health.medley.benchmarks.drools;

import health.medley.benchmarks.workload.Answer;
import health.medley.benchmarks.workload.Mix;
import health.medley.benchmarks.workload.PatientRow;
import health.medley.benchmarks.workload.TimeEntry;
import health.medley.benchmarks.workload.Workload;
import health.medley.store.support.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The peer of the run {@code close}: the same patients and entries in PostgreSQL, read 500 patients at a time by two
 * threads, decided by Drools with every row as a fact, and a determination and its claims written for each, durably.
 */
public final class PostgresClose {
    private static final int CHUNK = 500;
    private static final int WARM_UP = 5_000;
    private static final int THREADS = 2;
    private static final String[] CODES = {"99490", "99487", "99491"};
    private static final String TABLES =
            """
            create table patient (id int primary key, year int, month_start int, month_end int, consent int,
              consent_day int, plan_day int, mdm int, conditions text not null, others text not null);
            create table entry (id bigserial primary key, patient int not null, staff boolean not null,
              minutes int not null, day int not null, role text not null, note text not null);
            create index entry_patient on entry (patient);
            create table determination (id text primary key, patient int not null, month text not null,
              version int not null, body text not null);
            create index determination_patient on determination (patient, month, id);
            create index determination_month on determination (month, id);
            create table claim (id text primary key, patient int not null, month text not null, code text not null,
              body text not null, unique (patient, month, code));
            create index claim_month on claim (month, id);
            """;

    private static final String CLAIM =
            """
            {"patient":"%s","month":"2025-03","program":"ccm","determination":"%s","determined":1,"kind":"ORIGINAL",\
            "state":"DRAFTED","lines":[{"code":"%s","modifier":"","units":1,"practitioner":""}],"more":%d,\
            "amount":"82.16","dateOfService":"2025-03-31","practitionerNpi":"1999999018","reason":""}""";
    private static final String DETERMINATION =
            """
            {"patient":"p%026d","read":"2026-11-24T04:22:38.103Z","determination":{"month":"2025-03","program":"ccm",\
            "status":"%s","codes":[{"code":"%d","modifier":"","units":%d,"practitioner":""}],"amount":"82.16",\
            "reason":"EXCLUSIVE_99490_99491","staff":5820,"practitioner":2520,"dateOfService":"2025-03-31",\
            "rules":{"name":"ccm-2025","version":"1.0.0",\
            "sha256":"89e16b8b5e0dc9c417d98d0c6fbe654d0d1efd576ac0ef127ba67d367f44156f"},\
            "facts":{"billing_role":"MD","care_plan":"Y","care_plan_action":"monitored","care_plan_copy":"Y",\
            "ccm_seconds":"8340","chronic_conditions":"8","consent_date":"%d","date_of_service":"2025-03-31",\
            "declared_track":"practitioner","locality":"national","locality_priced":"Y","logged_seconds":"8340",\
            "mdm":"%d","month_end":"2025-03-31","month_start":"2025-03-01","nonclinical_seconds":"2640",\
            "npi_valid":"Y","place_of_service":"11","pooled_seconds":"8340","practitioner_seconds":"2520",\
            "setting":"PFS","significant_risk":"Y","staff_seconds":"5820","stated_place":"11",\
            "visit_standing":"stated"},\
            "factsHash":"603a0e8f92b3e0547970a415f174f022a510419e9e0191196477ebf4fc4e4592",\
            "findings":[{"code":"ALIVE","outcome":"MET","sentence":"The patient was alive on 2025-03-01.","facts":{}},\
            {"code":"TIME_ENTRIES","outcome":"NOTE","sentence":"What of each entry counts, and what does not and why.",\
            "facts":{""";

    private final String url;
    private final DroolsIdiomatic rules = new DroolsIdiomatic();

    private PostgresClose(String url) {
        this.url = url;
    }

    /** Run with: number of patients. Prints the word peer and the seconds. */
    public static void main(String[] arguments) throws Exception {
        int patients = Integer.parseInt(arguments[0]);
        try (PostgresServer server = PostgresServer.start("shared_buffers=256MB")) {
            PostgresClose peer = new PostgresClose(server.url());
            peer.write(patients);
            peer.close(0, Math.min(WARM_UP, patients));
            peer.forget();
            long begin = System.nanoTime();
            int claims = peer.close(0, patients);
            System.out.println("peer\t" + (System.nanoTime() - begin) / 1e9 + "\t" + claims + " claims");
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url + (url.contains("?") ? "&" : "?") + "reWriteBatchedInserts=true",
                PostgresServer.USER, PostgresServer.PASSWORD);
    }

    private void write(int patients) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
            connection.setAutoCommit(false);
            try (PreparedStatement patient = connection.prepareStatement(
                            "insert into patient values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                    PreparedStatement entry = connection.prepareStatement(
                            "insert into entry (patient, staff, minutes, day, role, note) values (?, ?, ?, ?, ?, ?)")) {
                for (PatientRow row : Workload.of(Mix.STANDARD, patients)) {
                    patient(patient, row);
                    entries(entry, row.id(), true, row.staff());
                    entries(entry, row.id(), false, row.practitioner());
                    if (row.id() % CHUNK == 0) {
                        patient.executeBatch();
                        entry.executeBatch();
                    }
                }
                patient.executeBatch();
                entry.executeBatch();
            }
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum analyze");
        }
    }

    private static void patient(PreparedStatement to, PatientRow row) throws SQLException {
        int[] numbers = {
            row.id(), row.year(), row.monthStart(), row.monthEnd(), row.consent(), row.consentDay(), row.carePlanDay(),
            row.decisionMaking()
        };
        for (int i = 0; i < numbers.length; i++) {
            to.setInt(i + 1, numbers[i]);
        }
        to.setString(numbers.length + 1, String.join(";", row.conditions()));
        to.setString(numbers.length + 2, String.join(";", row.otherCodes()));
        to.addBatch();
    }

    private static void entries(PreparedStatement to, int patient, boolean staff, TimeEntry[] all)
            throws SQLException {
        for (TimeEntry one : all) {
            to.setInt(1, patient);
            to.setBoolean(2, staff);
            to.setInt(3, one.minutes());
            to.setInt(4, one.day());
            to.setString(5, one.role());
            to.setString(6, "Called about blood pressure and medication.");
            to.addBatch();
        }
    }

    private void forget() throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute("truncate determination, claim");
        }
    }

    /** Close the patients of a range; returns how many claims were written. */
    private int close(int from, int to) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        List<Callable<Integer>> parts = new ArrayList<>();
        int share = (to - from + THREADS - 1) / THREADS;
        for (int begin = from; begin < to; begin += share) {
            int first = begin;
            int end = Math.min(to, begin + share);
            parts.add(() -> part(first, end));
        }
        int claims = 0;
        for (Future<Integer> part : threads.invokeAll(parts)) {
            claims += part.get();
        }
        threads.shutdown();
        return claims;
    }

    private int part(int from, int to) throws SQLException {
        int claims = 0;
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            for (int begin = from; begin < to; begin += CHUNK) {
                claims += chunk(connection, begin, Math.min(to, begin + CHUNK));
                connection.commit();
            }
        }
        return claims;
    }

    private int chunk(Connection connection, int from, int to) throws SQLException {
        Map<Integer, List<TimeEntry>> staff = new HashMap<>();
        Map<Integer, List<TimeEntry>> practitioner = new HashMap<>();
        try (PreparedStatement read = connection.prepareStatement(
                "select patient, staff, minutes, day, role from entry where patient >= ? and patient < ?")) {
            read.setInt(1, from);
            read.setInt(2, to);
            ResultSet rows = read.executeQuery();
            while (rows.next()) {
                (rows.getBoolean(2) ? staff : practitioner)
                        .computeIfAbsent(rows.getInt(1), added -> new ArrayList<>())
                        .add(new TimeEntry(rows.getInt(3), rows.getInt(4), rows.getString(5)));
            }
        }
        int claims = 0;
        try (PreparedStatement read =
                        connection.prepareStatement("select * from patient where id >= ? and id < ? order by id");
                PreparedStatement determination =
                        connection.prepareStatement("insert into determination values (?, ?, ?, 1, ?)");
                PreparedStatement claim = connection.prepareStatement("insert into claim values (?, ?, ?, ?, ?)")) {
            read.setInt(1, from);
            read.setInt(2, to);
            ResultSet rows = read.executeQuery();
            while (rows.next()) {
                PatientRow row = row(rows, staff, practitioner);
                claims += decide(row, determination, claim);
            }
            determination.executeBatch();
            claim.executeBatch();
        }
        return claims;
    }

    private static PatientRow row(
            ResultSet rows, Map<Integer, List<TimeEntry>> staff, Map<Integer, List<TimeEntry>> practitioner)
            throws SQLException {
        int id = rows.getInt(1);
        return new PatientRow(
                id,
                rows.getInt(2),
                rows.getInt(3),
                rows.getInt(4),
                words(rows.getString(9)),
                rows.getInt(5),
                rows.getInt(6),
                rows.getInt(7),
                staff.getOrDefault(id, List.of()).toArray(TimeEntry[]::new),
                practitioner.getOrDefault(id, List.of()).toArray(TimeEntry[]::new),
                rows.getInt(8),
                words(rows.getString(10)));
    }

    private static String[] words(String text) {
        return text.isEmpty() ? new String[0] : text.split(";");
    }

    private int decide(PatientRow row, PreparedStatement determination, PreparedStatement claim) throws SQLException {
        int answer = rules.decide(row);
        int family = answer >> 1 & 3;
        int addOns = answer >> 3;
        String id = "2025-03." + "%027d".formatted(row.id()) + ".ccm";
        determination.setString(1, id);
        determination.setInt(2, row.id());
        determination.setString(3, "2025-03");
        determination.setString(4, body(row, family, addOns));
        determination.addBatch();
        if (family == Answer.NONE) {
            return 0;
        }
        String code = CODES[family - 1];
        claim.setString(1, id + ".1");
        claim.setInt(2, row.id());
        claim.setString(3, "2025-03");
        claim.setString(4, code);
        claim.setString(5, CLAIM.formatted(id, id, code, addOns));
        claim.addBatch();
        return 1;
    }

    /** As much as Medley keeps: the facts, the rules, and what of each entry counts. */
    private static String body(PatientRow row, int family, int addOns) {
        StringBuilder text = new StringBuilder(DETERMINATION.formatted(
                row.id(), family == Answer.NONE ? "NO_BILL" : "BILL", family, addOns, row.consentDay(), row.decisionMaking()));
        String joint = "";
        for (TimeEntry[] all : new TimeEntry[][] {row.staff(), row.practitioner()}) {
            for (TimeEntry one : all) {
                text.append(joint)
                        .append("\"01a20b9d-d1b0-7386-8236-a3a1999b7213\":\"2025-03-")
                        .append(one.day())
                        .append("T20:52:00Z+")
                        .append(one.minutes() * 60)
                        .append(" s\"");
                joint = ",";
            }
        }
        return text.append("}}]}}").toString();
    }
}
