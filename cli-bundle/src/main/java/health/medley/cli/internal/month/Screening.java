package health.medley.cli.internal.month;

import health.medley.cli.internal.report.CsvSheet;
import health.medley.cli.internal.report.Summary;
import health.medley.cli.internal.report.WorklistCsv;
import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.ServiceMonth;
import health.medley.core.chart.PatientChart;
import health.medley.core.eligibility.EligibilityDecision;
import health.medley.core.eligibility.EligibilityQuestion;
import health.medley.core.practice.Enrollment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asks about every patient who is not enrolled, for each program the practice runs that has rules in the month, and
 * writes the worklist. Chronic care management is screened for by everyone.
 */
final class Screening {
    private static final String CHRONIC_CARE = "ccm";

    private final MonthServices services;
    private final Caller caller;
    private final ServiceMonth month;
    private final Map<String, Boolean> chronicOverrides;
    private final CsvSheet sheet;
    private final Summary summary;
    private final Set<String> programs;
    private final Set<String> disputed = new HashSet<>();
    private final List<String> remarks = new ArrayList<>();

    Screening(
            MonthServices services,
            Caller caller,
            ServiceMonth month,
            Map<String, Boolean> chronicOverrides,
            Set<String> run,
            CsvSheet sheet,
            Summary summary) {
        this.services = services;
        this.caller = caller;
        this.month = month;
        this.chronicOverrides = chronicOverrides;
        this.sheet = sheet;
        this.summary = summary;
        this.programs = new TreeSet<>(services.library().programs(caller, month));
        programs.removeIf(program -> !program.equals(CHRONIC_CARE) && !run.contains(program));
        if (programs.isEmpty()) {
            remarks.add("No installed rules cover " + month
                    + ": determinations are UNKNOWN and nobody was screened. See medley rules list.");
        }
    }

    /** Screen one patient, {@code enrolled} in some programs; always true, so that it can be timed. */
    boolean screen(PatientChart chart, Set<String> enrolled) {
        for (String program : programs) {
            if (!enrolled.contains(program) && !disputed.contains(program)) {
                screen(chart, program);
            }
        }
        return true;
    }

    private void screen(PatientChart chart, String program) {
        try {
            EligibilityDecision decision =
                    services.eligibility().decide(caller, question(chart, program, Optional.empty()));
            sheet.row(WorklistCsv.row(chart.patient(), program, decision));
            summary.addToWorklist(decision.eligible());
        } catch (MedleyException e) {
            if (!e.code().equals(ErrorCode.RULES_ABSENT)) {
                throw e;
            }
            // two rule sets claim the program; determinations say so too, and the run goes on without its worklist
            disputed.add(program);
            remarks.add("Nobody was screened for " + program + ": " + e.getMessage());
        }
    }

    /** What eligibility is asked about a patient. */
    EligibilityQuestion question(PatientChart chart, String program, Optional<Enrollment> enrollment) {
        return new EligibilityQuestion(program, month, chart, enrollment, chronicOverrides);
    }

    /** What somebody should look at. */
    List<String> remarks() {
        return List.copyOf(remarks);
    }
}
