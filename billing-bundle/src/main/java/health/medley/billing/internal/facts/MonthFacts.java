package health.medley.billing.internal.facts;

import health.medley.billing.internal.plan.PlanParts;
import health.medley.core.billing.PatientMonth;
import health.medley.core.eligibility.EligibilityDecision;
import health.medley.core.eligibility.VisitStanding;
import health.medley.core.practice.Enrollment;
import health.medley.core.practice.InitiatingVisit;
import health.medley.core.practice.OtherCode;
import health.medley.core.time.CountedTime;
import health.medley.core.time.TimeQuestion;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Make the facts of an enrolled patient's month from what eligibility, the ledger and the practice say. */
public final class MonthFacts {
    /** The code under which a criterion denies cover; cover is a fact that rules and stated events share. */
    private static final String NO_PART_B = "NO_PART_B";

    private final PatientMonth question;
    private final Enrollment enrollment;
    private final PlanParts plan;
    private final StatedFacts stated;

    private MonthFacts(PatientMonth question, Enrollment enrollment, PlanParts plan) {
        this.question = question;
        this.enrollment = enrollment;
        this.plan = plan;
        this.stated = new StatedFacts(
                question.month(),
                enrollment.program(),
                known(plan, "event", question.statement().patientEvents()),
                known(plan, "extra", question.statement().extraFacts()));
        question.chart()
                .deathDate()
                .filter(day -> stated.day("death").isEmpty())
                .ifPresent(stated::died);
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

    /** Ask for the time that counts in the month of an enrollment. */
    public static TimeQuestion timeQuestion(PatientMonth question, Enrollment enrollment, PlanParts plan) {
        MonthFacts month = new MonthFacts(question, enrollment, plan);
        return new TimeQuestion(
                question.month(),
                question.practice().zone(),
                enrollment.program(),
                enrollment.practitionerNpi(),
                Optional.of(month.countFrom()),
                month.stated.day("death"),
                Optional.empty(),
                month.stated.stays(),
                question.entries());
    }

    /** The facts of the month of an enrollment. */
    public static Map<String, String> of(
            PatientMonth question,
            Enrollment enrollment,
            PlanParts plan,
            EligibilityDecision eligibility,
            CountedTime time) {
        return new MonthFacts(question, enrollment, plan).facts(eligibility, time);
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
        new CountedFacts(question.entries(), stated).put(time);
        stated.put("other_codes", otherCodes());
        stated.claimed(plan);
        stated.parameters(plan);
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
        if (enrollment.consent().otherPractitioner().isPresent()) {
            stated.flag("consent_names_biller", false);
        }
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
        stated.place(question.practice().placeOfService(), plan);
        stated.put("locality", question.practice().locality());
        LocalDate service =
                stated.day("date_of_service").orElse(question.month().lastDay());
        stated.flag("locality_priced", plan.fees().prices(question.practice().locality(), service));
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
