package health.medley.itests.oracle;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything stated about one enrollment in one month, and what follows from it without deciding anything. */
final class Month {
    static final Tariff TARIFF = new Tariff();
    private static final Diseases DISEASES = new Diseases();

    final YearMonth month;
    final String placeOfService;
    final Map<String, String> enrollment;
    final Map<String, String> events;
    final Map<String, String> facts;
    final String mdm;
    final boolean action;
    final List<String> otherCodes;
    final Chart.Patient chart;
    final Optional<LocalDate> consent;
    final Optional<LocalDate> death;
    final SecondCounter time;

    Month(
            YearMonth month,
            ZoneId zone,
            String placeOfService,
            Map<String, String> enrollment,
            Map<String, String> statement,
            List<Map<String, String>> activity,
            Chart.Patient chart) {
        this.month = month;
        this.placeOfService = placeOfService;
        this.enrollment = enrollment;
        this.chart = chart;
        this.mdm = statement.getOrDefault("mdm", "");
        this.action = !statement.getOrDefault("care_plan_action", "").isEmpty();
        this.otherCodes = split(statement.getOrDefault("other_codes", ""));
        this.events = pairs(statement.getOrDefault("patient_events", ""));
        this.facts = pairs(statement.getOrDefault("extra_facts", ""));
        this.consent = date(enrollment.get("consent_date"));
        this.death = date(events.getOrDefault("death", chart.death));
        this.time = new SecondCounter(month, zone, npi(), consent, death, stays())
                .count(enrollment.get("program"), entries(activity));
    }

    private static List<SecondCounter.Entry> entries(List<Map<String, String>> activity) {
        List<SecondCounter.Entry> entries = new ArrayList<>();
        for (Map<String, String> row : activity) {
            entries.add(new SecondCounter.Entry(
                    row.get("id"),
                    OffsetDateTime.parse(row.get("start")),
                    OffsetDateTime.parse(row.get("end")),
                    row.get("performer"),
                    row.get("role"),
                    row.get("program")));
        }
        return entries;
    }

    private List<SecondCounter.Stay> stays() {
        List<SecondCounter.Stay> stays = new ArrayList<>();
        addStay(stays, "inpatient", SecondCounter.Why.INPATIENT);
        addStay(stays, "snf_part_a", SecondCounter.Why.SNF);
        return stays;
    }

    private void addStay(List<SecondCounter.Stay> stays, String event, SecondCounter.Why why) {
        if (events.containsKey(event)) {
            String[] days = events.get(event).split("/");
            stays.add(new SecondCounter.Stay(LocalDate.parse(days[0]), LocalDate.parse(days[1]), why));
        }
    }

    String npi() {
        return enrollment.get("practitioner_npi");
    }

    int diseases() {
        List<String> codes = new ArrayList<>();
        for (Chart.Problem problem : chart.problems) {
            boolean began = problem.began().isEmpty()
                    || problem.began().compareTo(month.atEndOfMonth().toString()) <= 0;
            boolean gone = !problem.abated().isEmpty()
                    && problem.abated().compareTo(month.atDay(1).toString()) < 0;
            if (!problem.refuted() && began && !gone) {
                codes.addAll(problem.codes());
            }
        }
        return DISEASES.of(codes).size();
    }

    LocalDate dateOfService() {
        if (facts.containsKey("dos")) {
            return LocalDate.parse(facts.get("dos"));
        }
        LocalDate last = month.atEndOfMonth();
        return death.isPresent() && death.get().isBefore(last) ? death.get() : last;
    }

    long minutes(String fact) {
        return 60 * Long.parseLong(facts.getOrDefault(fact, "0"));
    }

    /** Codes of ours among those already billed; of another practitioner otherwise. Codes not valid have no effect. */
    boolean billed(boolean byUs, Set<String> codes) {
        for (String other : otherCodes) {
            String[] parts = other.split("@");
            boolean ours = parts.length == 1 || parts[1].equals("P1") || parts[1].equals(npi());
            if (ours == byUs && codes.contains(parts[0]) && TARIFF.validIn(parts[0], month)) {
                return true;
            }
        }
        return false;
    }

    static Optional<LocalDate> date(String text) {
        return text == null || text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(";"));
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : split(text)) {
            int at = pair.indexOf('=');
            pairs.put(pair.substring(0, at), pair.substring(at + 1));
        }
        return pairs;
    }
}
