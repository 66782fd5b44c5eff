package health.medley.itests.oracle;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A patient in the making: a plain, billable one that a {@link Persona} then changes. */
final class Draft {
    static final List<String> OURS = List.of(Npi.of("150000001"), Npi.of("150000002"), Npi.of("150000003"));
    static final String FOREIGN = Npi.of("160000009");
    static final String ALL_ITEMS = "availability;cost-sharing;one-practitioner;right-to-stop";

    /** A condition of the chart. */
    record Condition(List<String> codes, String onset, String recorded, String abated, String verification) {}

    /** An encounter of the chart. */
    record Encounter(LocalDate day, String npi) {}

    /** A cover of the chart, open where an end is empty. */
    record Cover(String start, String end) {}

    /** A row of the activity file, without its id. */
    record Work(OffsetDateTime start, OffsetDateTime end, String performer, String role, String program) {}

    final Random random;
    final YearMonth month;
    final ZoneId zone;
    final String persona;
    final String id;
    final String npi;
    final Map<String, String> enrollment = new LinkedHashMap<>();
    final Map<String, String> statement = new LinkedHashMap<>();
    final List<Condition> conditions = new ArrayList<>();
    final List<Encounter> encounters = new ArrayList<>();
    final List<Cover> covers = new ArrayList<>();
    final List<Work> work = new ArrayList<>();
    String death = "";
    boolean enrolled = true;
    boolean stated = true;
    /** Further programs of the patient, with their tracks. */
    final Map<String, String> programs = new LinkedHashMap<>();

    boolean enrolledBefore;
    private final Set<String> slots = new HashSet<>();

    Draft(Random random, YearMonth month, ZoneId zone, String persona, String id) {
        this.random = random;
        this.month = month;
        this.zone = zone;
        this.persona = persona;
        this.id = id;
        npi = any(OURS.toArray(String[]::new));
        LocalDate consent = month.atDay(1).minusDays(20 + random.nextInt(300));
        enrollment.put("patient", id);
        enrollment.put("program", "ccm");
        enrollment.put("practitioner_npi", npi);
        enrollment.put("practitioner_role", any("MD", "NP", "PA", "CNS", "CNM"));
        enrollment.put("track", "staff");
        enrollment.put("consent_date", consent.toString());
        enrollment.put("consent_form", any("verbal", "signed"));
        enrollment.put("consent_items", ALL_ITEMS);
        enrollment.put("consent_revoked_date", "");
        enrollment.put("initiating_visit", "");
        enrollment.put(
                "care_plan_date",
                month.atDay(1).minusDays(1 + random.nextInt(200)).toString());
        enrollment.put("care_plan_copy", "Y");
        enrollment.put("risk_documented", "Y");
        visit("99214", consent.minusDays(random.nextInt(330)), "@" + npi);
        statement.put("patient", id);
        statement.put("month", month.toString());
        statement.put("mdm", any("", "none", "straightforward", "low", "moderate", "high"));
        statement.put("care_plan_action", any("established", "implemented", "revised", "monitored", ""));
        statement.put("other_codes", "");
        statement.put("patient_events", "");
        statement.put("extra_facts", "");
        conditions.addAll(Codebook.diseases(random, 2 + random.nextInt(4), month));
        conditions.addAll(Codebook.noise(random, month));
        if (random.nextBoolean()) {
            covers.add(new Cover("2009-01-01", ""));
        }
    }

    @SafeVarargs
    final <T> T any(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    long seconds(long... choices) {
        return choices[random.nextInt(choices.length)];
    }

    Draft track(String track) {
        enrollment.put("track", track);
        return this;
    }

    Draft visit(String code, LocalDate day, String suffix) {
        enrollment.put("initiating_visit", code + "@" + day + suffix);
        return this;
    }

    Draft other(String... codes) {
        statement.put("other_codes", String.join(";", codes));
        return this;
    }

    Draft event(String... events) {
        statement.put("patient_events", String.join(";", events));
        return this;
    }

    Draft fact(String... facts) {
        statement.put("extra_facts", String.join(";", facts));
        return this;
    }

    LocalDate day(int day) {
        return month.atDay(day);
    }

    LocalDate last() {
        return month.atEndOfMonth();
    }

    /** Staff time of this many seconds in pieces that overlap nothing, somewhere in the month. */
    Draft staff(long seconds) {
        return spread(seconds, "staff", "ccm", 2, 27);
    }

    Draft personal(long seconds) {
        return spread(seconds, "practitioner", "ccm", 2, 27);
    }

    /** Time in pieces that overlap no other piece made here, on days {@code from} to {@code to} of the month. */
    Draft spread(long seconds, String role, String program, int from, int to) {
        long left = seconds;
        while (left > 0) {
            int day = from + random.nextInt(to - from + 1);
            int hour = 5 + random.nextInt(15);
            if (slots.add(day + "/" + hour)) {
                long piece = Math.min(left, 1 + random.nextInt(3000));
                piece = left < 200 ? left : piece;
                add(
                        month.atDay(day).atTime(hour, 0, random.nextInt(60)).plusMinutes(random.nextInt(5)),
                        piece,
                        role,
                        program);
                left -= piece;
            }
        }
        return this;
    }

    Draft add(LocalDateTime local, long seconds, String role, String program) {
        ZonedDateTime start = local.atZone(zone);
        ZonedDateTime end = start.plusSeconds(seconds);
        String performer = role.equals("practitioner") ? npi : "rn-" + random.nextInt(12);
        return add(written(start), written(end), performer, role, program);
    }

    Draft add(OffsetDateTime start, OffsetDateTime end, String performer, String role, String program) {
        work.add(new Work(start, end, performer, role, program));
        return this;
    }

    private OffsetDateTime written(ZonedDateTime time) {
        return switch (random.nextInt(12)) {
            case 0 -> time.toOffsetDateTime().withOffsetSameInstant(ZoneOffset.UTC);
            case 1 -> time.toOffsetDateTime().withOffsetSameInstant(ZoneOffset.ofHoursMinutes(5, 30));
            default -> time.toOffsetDateTime();
        };
    }
}
