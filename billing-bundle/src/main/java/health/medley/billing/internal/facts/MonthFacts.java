package health.medley.billing.internal.facts;

import health.medley.billing.internal.plan.PlanParts;
import health.medley.core.billing.PatientMonth;
import health.medley.core.eligibility.EligibilityDecision;
import health.medley.core.eligibility.VisitStanding;
import health.medley.core.practice.Enrollment;
import health.medley.core.practice.InitiatingVisit;
import health.medley.core.practice.OtherCode;
import health.medley.core.time.CountedTime;
import health.medley.core.time.TimeEntry;
import health.medley.core.time.TimeExclusion;
import health.medley.core.time.TimeQuestion;
import health.medley.core.time.TimeRole;
import health.medley.core.time.UncountedTime;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Make the facts of an enrolled patient's month from what eligibility, the ledger and the practice say. */
public final class MonthFacts {
    private static final Map<TimeExclusion, String> EXCLUDED = new EnumMap<>(Map.of(
            TimeExclusion.OTHER_PROGRAM, "other_program_seconds",
            TimeExclusion.NONCLINICAL, "nonclinical_seconds",
            TimeExclusion.OTHER_PRACTITIONER, "other_practitioner_seconds",
            TimeExclusion.OTHER_MONTH, "other_month_seconds",
            TimeExclusion.AFTER_DEATH, "after_death_seconds",
            TimeExclusion.BEFORE_CONSENT, "before_consent_seconds",
            TimeExclusion.AFTER_REVOCATION, "after_revocation_seconds"));

    /** The code under which a criterion denies cover; cover is a fact that rules and stated events share. */
    private static final String NO_PART_B = "NO_PART_B";

    private final PatientMonth question;
    private final Enrollment enrollment;
    private final PlanParts plan;
    private final StatedFacts stated;

    private MonthFacts(PatientMonth question, PlanParts plan) {
        this.question = question;
        this.enrollment = question.enrollment();
        this.plan = plan;
        this.stated = new StatedFacts(
                question.month(),
                known(plan, "event", question.statement().patientEvents()),
                known(plan, "extra", question.statement().extraFacts()));
        question.chart()
                .deathDate()
                .filter(day -> stated.day("death").isEmpty())
                .ifPresent(day -> stated.put("death", day.toString()));
    }

    /** Only what the vocabulary lets people state is taken; nobody states what is made from other facts. */
    private static Map<String, String> known(PlanParts plan, String where, Map<String, String> given) {
        Map<String, String> known = new TreeMap<>(given);
        known.keySet().removeIf(name -> plan.slots()
                .vocabulary()
                .find(name)
                .filter(fact -> fact.where().equals(where))
                .isEmpty());
        return known;
    }

    /** Ask for the time that counts in the month. */
    public static TimeQuestion timeQuestion(PatientMonth question, PlanParts plan) {
        MonthFacts month = new MonthFacts(question, plan);
        return new TimeQuestion(
                question.month(),
                question.practice().zone(),
                question.enrollment().program(),
                question.enrollment().practitionerNpi(),
                Optional.of(month.countFrom()),
                month.stated.day("death"),
                Optional.empty(),
                month.stated.stays(),
                question.entries());
    }

    /** The facts of the month. */
    public static Map<String, String> of(
            PatientMonth question, PlanParts plan, EligibilityDecision eligibility, CountedTime time) {
        return new MonthFacts(question, plan).facts(eligibility, time);
    }

    /** Without a consent the work is counted all the same, to be shown; the rules and the kernel bill none of it. */
    private LocalDate countFrom() {
        return enrollment.consent().date().orElse(question.month().firstDay());
    }

    private Map<String, String> facts(EligibilityDecision eligibility, CountedTime time) {
        stated.settleDate();
        if (!ChartCover.holdsOn(
                question.chart().coverages(), stated.day("date_of_service").orElseThrow())) {
            stated.flag("part_b", false);
        }
        stated.put("setting", question.practice().setting().name());
        stated.put("billing_role", enrollment.practitionerRole());
        if (!stated.facts().containsKey("npi_valid")) {
            stated.flag("npi_valid", Npi.valid(enrollment.practitionerNpi()));
        }
        stated.put("declared_track", enrollment.track());
        stated.put("mdm", question.statement().mdm());
        String action = question.statement().carePlanAction();
        stated.put("care_plan_action", action.isEmpty() ? "nothing" : action);
        stated.flag("significant_risk", enrollment.riskDocumented());
        eligibility(eligibility);
        visit(eligibility.visit(), time);
        consentAndPlan();
        place();
        time(time);
        stated.put("other_codes", otherCodes());
        stated.claimed(plan);
        if (plan.fees()
                .changeWithin(question.month().firstDay(), question.month().lastDay())) {
            stated.flag("fee_changes_in_month", true);
        }
        return stated.facts();
    }

    private void eligibility(EligibilityDecision decision) {
        stated.put("chronic_conditions", Integer.toString(decision.diseases().size()));
        List<String> failed = FailedCriteria.of(decision);
        if (failed.contains(NO_PART_B)) {
            stated.flag("part_b", false);
        }
        // whatever a criterion calls its failure, also as the rules call one of theirs: it stands against the program
        if (failed.stream().anyMatch(code -> !code.equals(NO_PART_B))) {
            stated.flag("eligible", false);
        }
    }

    private void visit(VisitStanding standing, CountedTime time) {
        Optional<LocalDate> first = time.firstCounted()
                .map(instant -> instant.atZone(question.practice().zone()).toLocalDate());
        Optional<LocalDate> visit = enrollment.initiatingVisit().map(InitiatingVisit::day);
        boolean late = standing != VisitStanding.SEEN_IN_CHART
                && visit.isPresent()
                && first.isPresent()
                && visit.get().isAfter(first.get());
        VisitStanding stands = late ? VisitStanding.NONE : standing;
        stated.put("visit_standing", stands.name().toLowerCase(Locale.ROOT));
    }

    private void consentAndPlan() {
        enrollment.consent().date().ifPresent(day -> stated.put("consent_date", day.toString()));
        enrollment.consent().revoked().ifPresent(day -> stated.put("consent_revoked_date", day.toString()));
        long missing = plan.parameters().getOrDefault("consent-items", List.of()).stream()
                .filter(item -> !enrollment.consent().items().contains(item))
                .count();
        stated.seconds("consent_items_missing", missing + stated.seconds("consent_items_missing"));
        Optional<LocalDate> made = enrollment.carePlan().date();
        LocalDate service =
                stated.day("date_of_service").orElse(question.month().lastDay());
        stated.flag("care_plan", made.filter(day -> !day.isAfter(service)).isPresent());
        if (!stated.facts().containsKey("care_plan_copy")) {
            stated.flag("care_plan_copy", enrollment.carePlan().copyGiven());
        }
    }

    private void place() {
        String place = question.practice().placeOfService();
        stated.put("stated_place", place);
        if (!stated.facts().containsKey("place_of_service")) {
            boolean billing = !plan.parameters()
                    .getOrDefault(PlanParts.NOT_BILLING_PLACES, List.of())
                    .contains(place);
            String otherwise = plan.parameters()
                    .getOrDefault(PlanParts.DEFAULT_PLACE, List.of(place))
                    .get(0);
            stated.put("place_of_service", billing ? place : otherwise);
        }
        stated.put("locality", question.practice().locality());
        LocalDate service =
                stated.day("date_of_service").orElse(question.month().lastDay());
        stated.flag("locality_priced", plan.fees().prices(question.practice().locality(), service));
    }

    private void time(CountedTime time) {
        stated.put("staff_seconds", Long.toString(time.staff().seconds()));
        stated.put("practitioner_seconds", Long.toString(time.practitioner().seconds()));
        stated.put("pooled_seconds", Long.toString(time.pooled().seconds()));
        stated.seconds("logged_seconds", time.logged().seconds());
        stated.seconds(
                "concurrent_seconds", time.logged().seconds() - time.pooled().seconds());
        time.pooledMore().forEach((why, more) -> {
            String fact = EXCLUDED.get(why);
            if (fact != null) {
                stated.seconds(fact, stated.seconds(fact) + more.seconds());
            } else {
                stay(more.seconds());
            }
        });
        stated.seconds("practitioner_before_consent_seconds", practitioner(time, TimeExclusion.BEFORE_CONSENT));
        stated.seconds("practitioner_after_death_seconds", practitioner(time, TimeExclusion.AFTER_DEATH));
        if (time.splitAtMonthEdge()) {
            stated.flag("month_boundary", true);
        }
        if (time.pooledMore().containsKey(TimeExclusion.OTHER_PROGRAM)) {
            stated.put("other_program", mostOtherProgram(time));
        }
        stated.distinct();
    }

    /** Seconds of the practitioner's own entries that a reason excludes; entries of one person do not overlap. */
    private long practitioner(CountedTime time, TimeExclusion why) {
        Set<String> own = question.entries().stream()
                .filter(entry -> entry.role() == TimeRole.PRACTITIONER)
                .map(TimeEntry::id)
                .collect(Collectors.toSet());
        return time.uncounted().stream()
                .filter(part -> part.why() == why && own.contains(part.entry()))
                .mapToLong(part -> part.time().seconds())
                .sum();
    }

    private void stay(long seconds) {
        boolean inpatient = stated.stays().stream().anyMatch(stay -> stay.kind().equals("inpatient"));
        stated.seconds(inpatient ? "inpatient_seconds" : "snf_stay_seconds", seconds);
    }

    private String mostOtherProgram(CountedTime time) {
        Map<String, String> programs = question.entries().stream()
                .collect(Collectors.toMap(TimeEntry::id, TimeEntry::program, (one, same) -> one));
        Map<String, Long> seconds = new TreeMap<>();
        for (UncountedTime part : time.uncounted()) {
            if (part.why() == TimeExclusion.OTHER_PROGRAM) {
                seconds.merge(
                        programs.getOrDefault(part.entry(), ""), part.time().seconds(), Long::sum);
            }
        }
        return seconds.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private String otherCodes() {
        return question.statement().otherCodes().stream()
                .map(code -> code.practitioner().equals(enrollment.practitionerNpi())
                        ? new OtherCode(code.code(), OtherCode.US)
                        : code)
                .map(OtherCode::toString)
                .collect(Collectors.joining(";"));
    }
}
