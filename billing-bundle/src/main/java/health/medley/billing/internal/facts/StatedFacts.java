package health.medley.billing.internal.facts;

import health.medley.billing.internal.plan.PlanParts;
import health.medley.core.ServiceMonth;
import health.medley.core.time.TimeStay;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Turn what people state about a month, in the vocabulary of the case files, into the facts rules use: events and
 * further facts mean the same in a practice's month and in a case. Not safe for concurrent use.
 */
final class StatedFacts {
    private static final Map<String, String> MINUTES = Map.of(
            "minutes_before_consent", "before_consent_seconds",
            "nonclinical_minutes", "nonclinical_seconds",
            "in_em", "in_em_seconds",
            "minutes_overlap_visit", "in_em_seconds",
            "foreign_minutes", "foreign_seconds",
            "P2_minutes", "other_practice_seconds",
            "january_minutes", "other_month_seconds",
            "february_minutes", "other_month_seconds");
    private static final String US = "P1";
    private static final long ALL_OF_IT = 31L * 24 * 3600;

    private final Map<String, String> facts = new TreeMap<>();
    private final ServiceMonth month;
    private final ProgramTime time;
    private final Map<String, String> events;
    private final Map<String, String> extra;

    /** Read what is stated of a month in which {@code program} is the one the month is declared for. */
    StatedFacts(ServiceMonth month, String program, Map<String, String> events, Map<String, String> extra) {
        this.month = month;
        this.events = events;
        this.extra = extra;
        facts.put("month_start", month.firstDay().toString());
        facts.put("month_end", month.lastDay().toString());
        events.forEach(this::event);
        extra.forEach(this::extra);
        this.time = new ProgramTime(program, extra, facts);
        consent();
        aliveAfterDischarge();
        date("death");
        date("hospice");
        date("part_b_end");
    }

    Map<String, String> facts() {
        return facts;
    }

    void put(String name, String value) {
        if (!value.isEmpty()) {
            facts.put(name, value);
        }
    }

    void flag(String name, boolean value) {
        facts.put(name, value ? "Y" : "N");
    }

    void seconds(String name, long seconds) {
        if (seconds > 0) {
            facts.put(name, Long.toString(seconds));
        }
    }

    long seconds(String name) {
        return FactText.count(facts.getOrDefault(name, "0")).orElse(0L);
    }

    private void event(String name, String value) {
        if (!name.equals("inpatient") && !name.equals("snf_part_a")) {
            facts.put(name, value);
        }
    }

    private void date(String name) {
        String text = facts.get(name);
        if (text != null && FactText.flag(text).isPresent()) {
            facts.put(name, month.firstDay().toString());
        }
    }

    private void extra(String name, String value) {
        if (MINUTES.containsKey(name)) {
            Optional<Long> seconds = FactText.minutes(value);
            if (seconds.isEmpty() && !extra.containsKey("raw_logged")) {
                seconds = Optional.of(ALL_OF_IT);
            }
            seconds.ifPresent(found -> seconds(MINUTES.get(name), seconds(MINUTES.get(name)) + found));
            if (MINUTES.get(name).equals("other_month_seconds")) {
                flag("month_boundary", true);
            }
            return;
        }
        switch (name) {
            case "99490_already_billed", "base_claim_already_sent" -> facts.put("base_billed", value);
            case "npi" -> flag("npi_valid", Npi.valid(value));
            case "cost_share_explained" ->
                seconds("consent_items_missing", FactText.flag(value).orElse(true) ? 0 : 1);
            case "corrected_pos" -> facts.put("place_of_service", value);
            case "consent_for", "billing", "raw_logged", "distinct_ccm_minutes" -> {}
            default -> facts.put(name, value);
        }
    }

    /** The day of death, known from elsewhere. */
    void died(LocalDate day) {
        put("death", day.toString());
        aliveAfterDischarge();
    }

    private void aliveAfterDischarge() {
        Optional<LocalDate> death = day("death");
        Optional<LocalDate> discharge = day("discharge");
        if (death.isPresent() && discharge.isPresent() && !death.get().isBefore(discharge.get())) {
            facts.put(
                    "days_alive_after_discharge", Long.toString(ChronoUnit.DAYS.between(discharge.get(), death.get())));
        }
    }

    /** The time of programs, the one the month is declared for and others. */
    ProgramTime time() {
        return time;
    }

    /** The place of service: the stated one, or where patients are seen if nobody bills from the stated one. */
    void place(String place, PlanParts plan) {
        put("stated_place", place);
        if (!facts.containsKey("place_of_service")) {
            boolean billing = !plan.parameters()
                    .getOrDefault(PlanParts.NOT_BILLING_PLACES, List.of())
                    .contains(place);
            String otherwise = plan.parameters().getOrDefault(PlanParts.DEFAULT_PLACE, List.of(place)).stream()
                    .findFirst()
                    .orElse("");
            put("place_of_service", billing ? place : otherwise);
        }
    }

    /** What a practice set for the rules, so that a determination can be made again from its facts. */
    void parameters(PlanParts plan) {
        plan.overrides().forEach((name, value) -> put("parameter:" + name, value));
    }

    private void consent() {
        if (extra.containsKey("consent_for") || extra.containsKey("billing")) {
            String named = extra.getOrDefault("consent_for", US);
            flag("consent_names_biller", named.equals(extra.getOrDefault("billing", US)));
        }
    }

    /** The day an event or fact says, if it is one. */
    Optional<LocalDate> day(String name) {
        return FactText.day(facts.getOrDefault(name, ""));
    }

    /** The stays among the events: {@code from/to}; an open end is the month's. */
    List<TimeStay> stays() {
        List<TimeStay> stays = new ArrayList<>();
        for (String kind : List.of("inpatient", "snf_part_a")) {
            String text = events.get(kind);
            if (text != null) {
                String[] ends = text.split("/", 2);
                LocalDate from = FactText.day(ends[0]).orElse(month.firstDay());
                LocalDate to = ends.length == 2 ? FactText.day(ends[1]).orElse(month.lastDay()) : month.lastDay();
                stays.add(new TimeStay(from, to.isBefore(from) ? from : to, kind));
            }
        }
        return stays;
    }

    /** Whether one of our codes is already on a claim as the base of a family. */
    void claimed(PlanParts plan) {
        boolean base = FactRow.otherCodes(facts).stream()
                .filter(code -> code.practitioner().equals(US))
                .anyMatch(code -> plan.families().stream()
                        .anyMatch(family -> family.base().code().equals(code.code())));
        if (base && !facts.containsKey("base_paid")) {
            flag("base_billed", true);
        }
    }

    /** Settle the date of service and what follows from it. */
    void settleDate() {
        ServiceDay settled =
                ServiceDay.of(month, day("dos"), day("threshold_date"), day("death"), day("part_b_end"), stays());
        facts.put("date_of_service", settled.day().toString());
        if (settled.moved()) {
            flag("dos_moved", true);
        }
        if (ServiceDay.inStay(stays(), settled.day()).isPresent()) {
            flag("in_snf_part_a", true);
        }
    }
}
