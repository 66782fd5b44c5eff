package health.medley.eligibility.internal;

import health.medley.core.Clause;
import health.medley.core.Finding;
import health.medley.core.Outcome;
import health.medley.core.ServiceMonth;
import health.medley.core.chart.ChartEncounter;
import health.medley.core.eligibility.VisitStanding;
import health.medley.core.practice.Enrollment;
import health.medley.core.practice.InitiatingVisit;
import health.medley.core.practice.OtherCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Check the face-to-face visit that starts a program.
 *
 * <p>A stated visit counts from the same calendar date the window's years before the consent. It must also come before
 * the first counted minute; this check knows no time and lets it be as late as the month's last day, billing refines.
 * Without a consent the window is that before the month's last day. A stated visit that is too old stays too old: only
 * where none is stated does the chart speak.
 */
final class InitiatingVisitCheck {
    private static final String CHECKED = "INITIATING_VISIT";

    private final EligibilityParameters parameters;
    private final ServiceMonth month;
    private final Enrollment enrollment;
    private final List<ChartEncounter> encounters;
    private final LocalDate consent;
    private final LocalDate earliest;

    InitiatingVisitCheck(
            EligibilityParameters parameters,
            ServiceMonth month,
            Enrollment enrollment,
            List<ChartEncounter> encounters) {
        this.parameters = parameters;
        this.month = month;
        this.enrollment = enrollment;
        this.encounters = encounters;
        this.consent = enrollment.consent().date().orElse(month.lastDay());
        // 29 February goes back to 28 February
        this.earliest = consent.minusYears(parameters.visitWindowYears().value());
    }

    VisitFindings check() {
        return enrollment.initiatingVisit().map(this::stated).orElseGet(this::unstated);
    }

    private VisitFindings stated(InitiatingVisit visit) {
        if (visit.day().isBefore(earliest) || visit.day().isAfter(month.lastDay())) {
            return refused(
                    VisitStanding.NONE,
                    "The stated initiating visit is too old or too late.",
                    "A visit from " + earliest + " on, before the first counted minute.",
                    parameters.visitWindowYears().clause(),
                    facts(visit));
        }
        if (!parameters.visitCodes().value().accept(visit.code())) {
            return refused(
                    VisitStanding.WRONG_TYPE,
                    "The stated initiating visit, code " + visit.code() + ", is not one that may start the program.",
                    "A visit of an accepted type by the enrollment's practitioner.",
                    parameters.visitCodes().clause(),
                    facts(visit));
        }
        if (!isByOwnPractitioner(visit)) {
            return refused(
                    VisitStanding.OTHER_PRACTITIONER,
                    "The stated initiating visit was made by another practitioner.",
                    "A visit by the enrollment's practitioner.",
                    parameters.visitWindowYears().clause(),
                    facts(visit));
        }
        return counted(visit);
    }

    private VisitFindings counted(InitiatingVisit visit) {
        List<Finding> findings = new ArrayList<>();
        findings.add(finding(
                CHECKED,
                Outcome.MET,
                "The practice states an initiating visit that counts.",
                facts(visit),
                parameters.visitWindowYears().clause(),
                Optional.empty()));
        if (encounters.stream().noneMatch(encounter -> isSameVisit(encounter, visit))) {
            findings.add(finding(
                    "INITIATING_VISIT_NOT_IN_CHART",
                    Outcome.WARNING,
                    "The chart has no encounter with the practitioner on the day of the stated initiating visit.",
                    facts(visit),
                    parameters.visitWindowYears().clause(),
                    Optional.of("The encounter in the chart, or the visit's day corrected.")));
        }
        return new VisitFindings(VisitStanding.STATED, findings);
    }

    private VisitFindings unstated() {
        Map<String, String> facts = windowFacts();
        Optional<LocalDate> seen = encounters.stream()
                .filter(encounter -> encounter.npis().contains(enrollment.practitionerNpi()))
                .map(ChartEncounter::day)
                .filter(day -> !day.isBefore(earliest) && !day.isAfter(consent))
                .max(LocalDate::compareTo);
        if (seen.isEmpty()) {
            return refused(
                    VisitStanding.NONE,
                    "No initiating visit is stated, and the chart has no encounter with the practitioner in time.",
                    "A visit of an accepted type by the enrollment's practitioner from " + earliest + " on.",
                    parameters.visitWindowYears().clause(),
                    facts);
        }
        facts.put("encounter", seen.get().toString());
        Finding found = finding(
                CHECKED,
                Outcome.MET,
                "The chart has an encounter with the practitioner in the window before the consent.",
                facts,
                parameters.visitWindowYears().clause(),
                Optional.empty());
        return new VisitFindings(VisitStanding.SEEN_IN_CHART, List.of(found));
    }

    private boolean isByOwnPractitioner(InitiatingVisit visit) {
        return visit.npi()
                .map(npi -> npi.equals(OtherCode.US) || npi.equals(enrollment.practitionerNpi()))
                .orElse(true);
    }

    /** An encounter that names nobody may be the visit; one that names others only is not. */
    private boolean isSameVisit(ChartEncounter encounter, InitiatingVisit visit) {
        return encounter.day().equals(visit.day())
                && (encounter.npis().isEmpty() || encounter.npis().contains(enrollment.practitionerNpi()));
    }

    private VisitFindings refused(
            VisitStanding standing, String sentence, String change, Clause clause, Map<String, String> facts) {
        String code = MissingItems.reasonFor(standing).orElse(CHECKED);
        // the chart does not stand against the program, so the visit is somebody's task and no "no"
        Finding found = finding(code, Outcome.WARNING, sentence, facts, clause, Optional.of(change));
        return new VisitFindings(standing, List.of(found));
    }

    private Map<String, String> facts(InitiatingVisit visit) {
        Map<String, String> facts = windowFacts();
        facts.put("visit", visit.code() + "@" + visit.day());
        visit.npi().ifPresent(npi -> facts.put("visit-practitioner", npi));
        return facts;
    }

    private Map<String, String> windowFacts() {
        Map<String, String> facts = new TreeMap<>();
        facts.put("practitioner", enrollment.practitionerNpi());
        facts.put("window-from", earliest.toString());
        enrollment.consent().date().ifPresent(day -> facts.put("consent", day.toString()));
        return facts;
    }

    private static Finding finding(
            String code,
            Outcome outcome,
            String sentence,
            Map<String, String> facts,
            Clause clause,
            Optional<String> change) {
        return new Finding(code, outcome, sentence, facts, Optional.of(clause), change);
    }
}
