package health.medley.cli.internal.command;

import health.medley.cli.internal.compare.RuleDiff;
import health.medley.cli.internal.month.EnrolledMonths;
import health.medley.cli.internal.month.MonthServices;
import health.medley.cli.internal.month.Stages;
import health.medley.cli.internal.practice.EnrollmentRows;
import health.medley.cli.internal.practice.Rejects;
import health.medley.core.Caller;
import health.medley.core.ErrorKind;
import health.medley.core.InputProblem;
import health.medley.core.MedleyException;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.Determination;
import health.medley.core.billing.PatientMonth;
import health.medley.core.command.CommandOutput;
import health.medley.core.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks two rule sets about every enrolled patient of a practice and compares what they answer. */
final class PracticeComparison {

    private final MonthServices services;
    private final Caller caller;
    private final CommandOutput output;
    private final RuleDiff diff;
    private final Set<InputProblem> problems = new LinkedHashSet<>();

    PracticeComparison(MonthServices services, Caller caller, CommandOutput output, RuleDiff diff) {
        this.services = services;
        this.caller = caller;
        this.output = output;
        this.diff = diff;
    }

    /** Compare a practice's month, or every month of the rules in which the practice worked. */
    void practice(Path practice, Optional<ServiceMonth> only, Rejects rejects) throws IOException {
        List<ServiceMonth> months = new ArrayList<>();
        only.ifPresent(months::add);
        if (only.isEmpty()) {
            read(practice, diff.after().to(), rejects).ifPresent(all -> all.monthsOfWork().stream()
                    .filter(month -> covers(diff.before(), month) || covers(diff.after(), month))
                    .forEach(months::add));
        }
        for (ServiceMonth month : months) {
            Optional<EnrolledMonths> read = read(practice, month, rejects);
            if (read.isPresent()) {
                long before = diff.compared();
                String source = practice.getFileName() + " " + month;
                read.get().each(caller, Set.of(), question -> compare(source, question));
                diff.asked((diff.compared() - before) + " determinations of "
                        + read.get().practice().name() + " in " + month);
            }
        }
        problems.forEach(rejects::add);
    }

    private Optional<EnrolledMonths> read(Path practice, ServiceMonth month, Rejects rejects) throws IOException {
        Rejects found = new Rejects();
        Optional<EnrolledMonths> read =
                EnrolledMonths.read(services, caller, new Stages(output, System::nanoTime), found, practice, month);
        // every month reads the same tables: what is wrong with them is told once
        problems.addAll(found.inOrder());
        return read;
    }

    private static boolean covers(RuleSet rules, ServiceMonth month) {
        return rules.covers(rules.program(), month);
    }

    private void compare(String source, PatientMonth question) {
        List<Optional<Determination>> was = ask(diff.before(), question);
        List<Optional<Determination>> is = ask(diff.after(), question);
        boolean both = covers(diff.before(), question.month()) && covers(diff.after(), question.month());
        for (int i = 0; i < was.size(); i++) {
            // where one of them does not know the month, the month's other programs are none of its business
            Optional<Determination> old = was.get(i).filter(one -> both || by(diff.before(), one));
            Optional<Determination> now = is.get(i).filter(one -> both || by(diff.after(), one));
            if (old.isPresent() || now.isPresent()) {
                diff.compare(source, old, now);
            }
        }
    }

    private static boolean by(RuleSet rules, Determination answer) {
        return answer.rules().equals(Optional.of(rules.ref()));
    }

    /** The answer for each enrollment; none where the rules do not cover the month. */
    private List<Optional<Determination>> ask(RuleSet rules, PatientMonth question) {
        List<Optional<Determination>> answers = new ArrayList<>();
        question.enrollments().forEach(enrollment -> answers.add(Optional.empty()));
        if (covers(rules, question.month())) {
            try {
                List<Determination> all = services.billing().determine(caller, with(rules, question));
                for (int i = 0; i < all.size(); i++) {
                    answers.set(i, Optional.of(all.get(i)));
                }
            } catch (MedleyException e) {
                if (e.code().kind() != ErrorKind.USER) {
                    throw e;
                }
                problems.add(new InputProblem(
                        EnrollmentRows.FILE,
                        0,
                        "patient",
                        question.patient(),
                        "This patient's month cannot be decided: " + e.getMessage(),
                        "Mend what the sentence names."));
            }
        }
        return answers;
    }

    private static PatientMonth with(RuleSet rules, PatientMonth question) {
        return new PatientMonth(
                question.month(),
                question.practice(),
                question.enrollments(),
                question.chart(),
                question.entries(),
                question.statement(),
                question.chronicOverrides(),
                question.overlapping(),
                Optional.of(rules));
    }
}
