package health.medley.billing.internal.facts;

import health.medley.billing.internal.plan.PlanParts;
import health.medley.core.ServiceMonth;
import health.medley.core.time.TimeStay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Make the facts of a case from its row, with the defaults the case files promise where a row says nothing. */
public final class CaseMonth {
    /** How a practice is paid where a case does not say. */
    public static final String SETTING = "PFS";

    private static final String US = "P1";
    private static final String PRIOR = "PRIOR";
    private static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("setting", SETTING),
            Map.entry("chronic_conditions", "2"),
            Map.entry("expected_12_months", "Y"),
            Map.entry("significant_risk", "Y"),
            Map.entry("care_plan", "Y"),
            Map.entry("declared_track", "staff"),
            Map.entry("mdm", "none"),
            Map.entry("billing_role", "MD"));
    private static final long LONGEST_YEAR_DAYS = 366;
    private static final long ALL_OF_IT = 31L * 24 * 3600;

    private final CaseFacts row;
    private final PlanParts plan;
    private final StatedFacts stated;
    private final ServiceMonth month;

    private CaseMonth(CaseFacts row, ServiceMonth month, PlanParts plan) {
        this.row = row;
        this.plan = plan;
        this.month = month;
        String program =
                Programs.platform().ofTrack(row.cells().getOrDefault("declared_track", DEFAULTS.get("declared_track")));
        this.stated = new StatedFacts(month, program, row.events(), row.extra());
    }

    /** The facts of a case whose row could be read. */
    public static Map<String, String> facts(CaseFacts row, ServiceMonth month, PlanParts plan) {
        return new CaseMonth(row, month, plan).facts();
    }

    private Map<String, String> facts() {
        DEFAULTS.forEach((name, otherwise) -> stated.put(name, row.cells().getOrDefault(name, otherwise)));
        if (!row.extra().containsKey("evaluating")) {
            stated.flag("evaluating", true);
        }
        consent();
        visit();
        place();
        time();
        stated.time().distinct();
        stated.settleDate();
        locality();
        stated.parameters(plan);
        stated.put("other_codes", row.cells().getOrDefault("other_codes_same_month", ""));
        stated.claimed(plan);
        long own = FactRow.otherCodes(stated.facts()).stream()
                .filter(code -> code.practitioner().equals(US))
                .count();
        stated.seconds("other_own_codes", own);
        if (plan.fees().changeWithin(month.firstDay(), month.lastDay())) {
            stated.flag("fee_changes_in_month", true);
        }
        return stated.facts();
    }

    private void consent() {
        String otherwise = row.columns().contains("consent_date") ? "" : PRIOR;
        String date = row.cells().getOrDefault("consent_date", otherwise);
        stated.put(
                "consent_date",
                date.equals(PRIOR) ? month.firstDay().minusDays(1).toString() : date);
        stated.put("consent_revoked_date", row.cells().getOrDefault("consent_revoked_date", ""));
        String items = row.extra().getOrDefault("consent_items", "");
        if (!items.isEmpty()) {
            List<String> told = List.of(items.split("\\+"));
            long missing = plan.parameters().getOrDefault("consent-items", List.of()).stream()
                    .filter(item -> !told.contains(item))
                    .count();
            stated.seconds("consent_items_missing", missing + stated.seconds("consent_items_missing"));
        }
    }

    private void visit() {
        boolean seen = FactText.flag(row.cells().getOrDefault("seen_within_12_months", "Y"))
                .orElse(true);
        boolean tooLong = FactText.count(row.extra().getOrDefault("last_visit_days", ""))
                .filter(days -> days > LONGEST_YEAR_DAYS * visitYears())
                .isPresent();
        String visit = row.cells().getOrDefault("initiating_visit", "");
        stated.put("initiating_visit", visit);
        boolean under = visit.isEmpty() && startedBefore();
        stated.put("visit_standing", seen && !tooLong || under ? "seen_in_chart" : standing(visit));
    }

    /** Years within which a visit spares another; one where the rules do not say. */
    private long visitYears() {
        return plan.parameters().getOrDefault("visit-window", List.of("1")).stream()
                .flatMap(years -> FactText.count(years).stream())
                .findFirst()
                .orElse(1L);
    }

    /** No visit is needed again where the service began in an earlier month. */
    private boolean startedBefore() {
        return FactText.day(row.extra().getOrDefault("ccm_start", ""))
                .filter(day -> day.isBefore(month.firstDay()))
                .isPresent();
    }

    private String standing(String visit) {
        String[] parts = visit.split("@");
        Optional<LocalDate> day = parts.length > 1 ? FactText.day(parts[1]) : Optional.empty();
        if (visit.isEmpty()
                || day.filter(found -> found.isAfter(month.lastDay())).isPresent()) {
            return "none";
        }
        if (!plan.parameters().getOrDefault("visit-codes", List.of(parts[0])).contains(parts[0])) {
            return "wrong_type";
        }
        return parts.length > 2 && !parts[2].equals(US) ? "other_practitioner" : "stated";
    }

    private void place() {
        String otherwise = plan.parameters().getOrDefault(PlanParts.DEFAULT_PLACE, List.of("")).stream()
                .findFirst()
                .orElse("");
        stated.place(row.cells().getOrDefault("pos", otherwise), plan);
    }

    private void locality() {
        String locality = row.extra().getOrDefault("locality", "");
        if (!locality.isEmpty()) {
            stated.flag(
                    "locality_priced",
                    plan.fees().prices(locality, stated.day("date_of_service").orElse(month.lastDay())));
        }
    }

    private void time() {
        long staff = minutes("staff_minutes");
        long practitioner = minutes("practitioner_minutes");
        stated.put("staff_seconds", Long.toString(staff));
        stated.put("practitioner_seconds", Long.toString(practitioner));
        stated.put("pooled_seconds", Long.toString(staff + practitioner));
        stated.time().columns(staff + practitioner);
        Optional<Long> raw = FactText.minutes(row.extra().getOrDefault("raw_logged", ""));
        if (raw.isPresent()) {
            stated.seconds("logged_seconds", raw.get());
            attribute(raw.get() - staff - practitioner);
        } else if (staff + practitioner == 0 && !stated.stays().isEmpty()) {
            stated.seconds(explanation(), ALL_OF_IT);
        }
    }

    private long minutes(String column) {
        return FactText.minutes(row.cells().getOrDefault(column, "0")).orElse(0L);
    }

    /** Logged time that neither counts nor has a stated reason: the patient's events explain it, else concurrency. */
    private void attribute(long uncounted) {
        long rest = uncounted;
        for (String known :
                List.of("before_consent_seconds", "nonclinical_seconds", "in_em_seconds", "foreign_seconds")) {
            rest -= stated.seconds(known);
        }
        if (rest > 0) {
            stated.seconds(explanation(), rest);
        }
    }

    private String explanation() {
        if (stated.facts().containsKey("death")) {
            return "after_death_seconds";
        }
        if (row.extra().containsKey("in_em")) {
            return "in_em_seconds";
        }
        for (TimeStay stay : stated.stays()) {
            return stay.kind().equals("inpatient") ? "inpatient_seconds" : "snf_stay_seconds";
        }
        return stated.day("consent_date").filter(month::contains).isPresent()
                ? "before_consent_seconds"
                : "concurrent_seconds";
    }
}
