package health.medley.eligibility.internal;

import health.medley.core.Caller;
import health.medley.core.Finding;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.chart.PatientChart;
import health.medley.core.eligibility.ConditionOverride;
import health.medley.core.eligibility.EligibilityDecision;
import health.medley.core.eligibility.EligibilityQuestion;
import health.medley.core.eligibility.EligibilityService;
import health.medley.core.eligibility.EnrolledProgram;
import health.medley.core.eligibility.Screening;
import health.medley.core.practice.Practice;
import health.medley.core.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks how some patients stand towards one program in one month. */
final class Inquiry {

    private final ScreenedPatients.Sources sources;
    private final EligibilityService eligibility;
    private final Caller caller;
    private final RuleSet ruling;
    private final ServiceMonth month;
    private final Practice practice;
    private final Set<String> consentItems;
    private final Optional<Integer> renewalMonths;

    Inquiry(
            ScreenedPatients.Sources sources,
            EligibilityService eligibility,
            Caller caller,
            RuleSet ruling,
            ServiceMonth month,
            Practice practice) {
        this.sources = sources;
        this.eligibility = eligibility;
        this.caller = caller;
        this.ruling = ruling;
        this.month = month;
        this.practice = practice;
        consentItems = EligibilityParameters.of(ruling).consentItems();
        renewalMonths = RenewalPolicy.months(practice);
    }

    /** Screen them, in the order of their references; those whose chart is not there are passed over. */
    List<Screening> screen(Set<PatientRef> patients) {
        ScreenedPatients read = ScreenedPatients.read(sources, caller, patients, ruling.program(), month);
        List<Screening> rows = new ArrayList<>();
        read.charts().forEach((patient, chart) -> rows.add(row(read, patient, chart)));
        return rows;
    }

    private Screening row(ScreenedPatients read, PatientRef patient, PatientChart chart) {
        Map<String, ConditionOverride> words = read.overridesOf(patient);
        EligibilityDecision decision = decide(read, patient, chart);
        return new Screening(
                patient,
                chart.patient(),
                ruling.program(),
                month,
                decision.eligible(),
                decision.diseases(),
                new EvidenceList(month, ChronicList.shipped(), words).of(chart.conditions()),
                read.enrollment(patient),
                decision.missing(),
                findings(decision, read.enrollment(patient)));
    }

    private EligibilityDecision decide(ScreenedPatients read, PatientRef patient, PatientChart chart) {
        EligibilityQuestion question = new EligibilityQuestion(
                ruling.program(),
                month,
                chart,
                read.enrollment(patient).map(one -> one.enrollment(chart.patient(), month, read.plan(patient))),
                EvidenceList.words(read.overridesOf(patient)),
                Optional.of(ruling));
        return eligibility.decide(caller, question);
    }

    private List<Finding> findings(EligibilityDecision decision, Optional<EnrolledProgram> enrollment) {
        List<Finding> findings = new ArrayList<>(decision.findings());
        enrollment
                .map(one -> new ConsentFindings(one, month, consentItems, renewalMonths, practice.zone()))
                .ifPresent(consent -> findings.addAll(consent.findings()));
        return findings;
    }
}
