package health.medley.cli.internal.command;

import health.medley.cli.internal.explain.MonthInWords;
import health.medley.cli.internal.explain.Verification;
import health.medley.cli.internal.month.EnrolledMonths;
import health.medley.cli.internal.month.MonthServices;
import health.medley.cli.internal.month.Stages;
import health.medley.cli.internal.practice.Rejects;
import health.medley.cli.internal.report.Json;
import health.medley.core.Caller;
import health.medley.core.Contract;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.Determination;
import health.medley.core.billing.PatientMonth;
import health.medley.core.billing.Status;
import health.medley.core.command.Command;
import health.medley.core.command.CommandCall;
import health.medley.core.command.CommandOutput;
import health.medley.core.command.ExitStatus;
import health.medley.core.rules.RuleSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Explains one patient's month in words, or decides recorded determinations again and reports every difference. */
@Component(
        service = Command.class,
        property = {
            Contract.ID + "=explain",
            Command.USAGE + "=" + ExplainCommand.WORDS,
            Command.SUMMARY + "=say in words why a patient's month is billed as it is, or verify recorded answers"
        })
public final class ExplainCommand implements Command {

    static final String WORDS = "explain --practice DIR --patient ID --month YYYY-MM [--program P] [--rules JAR]..."
            + " [--json] | explain --verify FILE [--rules JAR]... [--json]";

    private static final String VERIFY = "--verify";
    private static final String PROGRAM = "--program";
    private static final String PATIENT = "--patient";
    private static final String JSON = "--json";

    private final MonthServices services;

    /** Take what a practice's month goes through. */
    @Activate
    public ExplainCommand(@Reference MonthServices services) {
        this.services = services;
    }

    @Override
    public ExitStatus run(Caller caller, CommandCall call, CommandOutput output) {
        return Session.run(services.ports(), caller, output, WORDS, pinned -> {
            Words words = Words.sort(
                    call.words(),
                    Set.of(JSON),
                    Set.of(VERIFY, "--practice", PATIENT, "--month", PROGRAM, "--rules..."),
                    0);
            return words.optional(VERIFY).isPresent()
                    ? verify(pinned, call, words, output)
                    : explain(pinned, call, words, output);
        });
    }

    private ExitStatus verify(Caller pinned, CommandCall call, Words words, CommandOutput output)
            throws IOException, Words.Wrong {
        for (String other : List.of("--practice", PATIENT, "--month", PROGRAM)) {
            if (words.optional(other).isPresent()) {
                throw new Words.Wrong(VERIFY + " takes a file of determinations and no " + other + ".");
            }
        }
        Verification verification = new Verification(services.billing(), services.library(), pinned);
        for (String jar : words.all("--rules")) {
            verification.add(Session.path(call, jar));
        }
        verification.file(Session.path(call, words.required(VERIFY)), output);
        Rejects rejects = verification.rejects();
        Session.problems(output, rejects.inOrder(), rejects.total(), ".");
        if (words.has(JSON)) {
            output.line(Json.pretty(verification.json()));
        } else {
            verification.lines().forEach(output::line);
        }
        if (!rejects.isEmpty()) {
            return ExitStatus.INPUT_WRONG;
        }
        return verification.differs() ? ExitStatus.NO : ExitStatus.DONE;
    }

    private ExitStatus explain(Caller pinned, CommandCall call, Words words, CommandOutput output)
            throws IOException, Words.Wrong {
        Path practice = Session.path(call, words.required("--practice"));
        String patient = words.required(PATIENT);
        ServiceMonth month = Session.month("--month", words.required("--month"));
        Rejects rejects = new Rejects();
        Optional<EnrolledMonths> read =
                EnrolledMonths.read(services, pinned, new Stages(output, System::nanoTime), rejects, practice, month);
        boolean enrolled = read.isPresent() && read.get().enrolled().contains(patient);
        List<PatientMonth> questions = new ArrayList<>();
        Set<String> all = read.map(EnrolledMonths::enrolled).orElse(Set.of());
        if (enrolled) {
            read.get().each(pinned, Set.of(patient), questions::add);
        }
        Session.problems(output, rejects.inOrder(), rejects.total(), ".");
        if (read.isPresent() && questions.isEmpty()) {
            output.note(
                    enrolled
                            ? "The patient " + patient + " is enrolled, but is not in the chart: add the patient's FHIR"
                                    + " resources to the chart folder, or correct the id."
                            : MissingPatient.sentence(patient, all));
        }
        if (questions.isEmpty()) {
            return ExitStatus.INPUT_WRONG;
        }
        ExitStatus status = tell(pinned, questions.get(0), words, output);
        return rejects.isEmpty() ? status : ExitStatus.INPUT_WRONG;
    }

    private ExitStatus tell(Caller pinned, PatientMonth question, Words words, CommandOutput output)
            throws Words.Wrong {
        List<Determination> all = services.billing().determine(pinned, question);
        Optional<String> program = words.optional(PROGRAM);
        List<Determination> told = all.stream()
                .filter(one -> program.isEmpty() || program.get().equals(one.program()))
                .toList();
        if (told.isEmpty()) {
            throw new Words.Wrong("The patient is not enrolled in " + program.orElse("a program") + "; it is "
                    + all.stream().map(Determination::program).distinct().collect(Collectors.joining(", ")) + ".");
        }
        if (words.has(JSON)) {
            output.line(Json.pretty(told.stream().map(Json::tree).toList()));
        } else {
            MonthInWords.of(question, all, program).forEach(output::line);
        }
        told.stream().filter(one -> one.status() == Status.UNKNOWN).forEach(one -> output.note(known(pinned, one)));
        return ExitStatus.DONE;
    }

    private String known(Caller pinned, Determination one) {
        String months = services.library().list(pinned).stream()
                .filter(rules -> rules.active() && rules.program().equals(one.program()))
                .map((RuleSummary rules) -> rules.from() + " to " + rules.to() + " (" + rules.ref() + ")")
                .collect(Collectors.joining(", "));
        return months.isEmpty()
                ? "No rules of the program " + one.program() + " are installed: see medley rules list."
                : "Rules of the program " + one.program() + " are installed for " + months + ".";
    }
}
