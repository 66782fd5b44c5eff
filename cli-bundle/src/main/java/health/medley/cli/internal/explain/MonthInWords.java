package health.medley.cli.internal.explain;

import health.medley.cli.internal.report.DeterminationsCsv;
import health.medley.cli.internal.report.Explanation;
import health.medley.cli.internal.report.Printable;
import health.medley.cli.internal.report.TextTable;
import health.medley.core.Finding;
import health.medley.core.billing.Determination;
import health.medley.core.billing.PatientMonth;
import health.medley.core.billing.Status;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells one patient's month to a person who never saw the code: the answer first, then everything it rests on. */
public final class MonthInWords {

    private static final int SHORT_HASH = 12;

    private final PatientMonth question;
    private final List<Determination> all;
    private final TimeText time;
    private final List<String> lines = new ArrayList<>();

    private MonthInWords(PatientMonth question, List<Determination> all) {
        this.question = question;
        this.all = all;
        this.time = new TimeText(question.practice().zone(), question.entries());
    }

    /**
     * The month in words.
     *
     * @param question what was asked
     * @param all every program's determination
     * @param program the program to tell of; empty for all
     */
    public static List<String> of(PatientMonth question, List<Determination> all, Optional<String> program) {
        MonthInWords words = new MonthInWords(question, all);
        words.begin();
        all.stream()
                .filter(one -> program.isEmpty() || program.get().equals(one.program()))
                .forEach(words::tell);
        return words.lines.stream().map(Printable::of).toList();
    }

    private void begin() {
        String month = question.month().value().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " "
                + question.month().value().getYear();
        lines.add("Patient " + question.patient() + ", " + month + ", "
                + question.practice().name());
        if (all.size() > 1) {
            heading("All programs of the month");
            TextTable table = new TextTable(List.of(
                    TextTable.text("Program", 8),
                    TextTable.text("Status", 7),
                    TextTable.text("Codes", 30),
                    TextTable.number("Amount", 10),
                    TextTable.text("Reason", 50)));
            all.forEach(one -> table.row(
                    one.program(),
                    one.status().name(),
                    DeterminationsCsv.codes(one),
                    one.amount().toString(),
                    reason(one)));
            lines.addAll(table.lines());
        }
    }

    private void heading(String text) {
        lines.add("");
        lines.add(text);
    }

    private void tell(Determination one) {
        answer(one);
        if (one.status() == Status.UNKNOWN) {
            return;
        }
        checks("What stands against it", FindingKind.AGAINST, one);
        boolean billed = one.status() == Status.BILL || one.status() == Status.HOLD;
        checks(billed ? "What the time gives" : "What the time would give", FindingKind.CODE, one);
        heading("Time");
        lines.addAll(time.lines(one));
        alternatives(one);
        change(one);
        checks("What was checked and is met", FindingKind.MET, one);
        checks("What else there is to know", FindingKind.REMARK, one);
        facts(one);
    }

    private void answer(Determination one) {
        String codes = DeterminationsCsv.codes(one);
        heading(one.program() + ": " + one.status() + (codes.isEmpty() ? "" : "  " + codes + "  $" + one.amount()));
        lines.add("  " + meaning(one));
        lines.add("  Reason " + reason(one));
        String clause = Explanation.reason(one)
                .flatMap(Finding::clause)
                .map(CheckTable::clause)
                .orElse("");
        if (!clause.isEmpty()) {
            lines.add("  By " + clause + ".");
        }
        one.rules()
                .ifPresent(rules -> lines.add("  Decided by the rules " + rules + " (content "
                        + rules.sha256().substring(0, SHORT_HASH) + ") from the facts " + beginning(one.factsHash())
                        + "."));
    }

    private static String reason(Determination one) {
        String words = Explanation.inWords(one);
        return words.equals(one.reason()) ? words : one.reason() + ": " + words;
    }

    private static String beginning(String hash) {
        return hash.substring(0, Math.min(SHORT_HASH, hash.length()));
    }

    private static String meaning(Determination one) {
        String day = one.dateOfService()
                .map(date -> ", with " + date + " as the date of service")
                .orElse("");
        return switch (one.status()) {
            case BILL -> "The claim goes with these codes" + day + ".";
            case HOLD ->
                one.codes().isEmpty()
                        ? "A person must decide; the time gives no code so far."
                        : "A person must decide; these codes go if the answer is yes" + day + ".";
            case NO_BILL -> "Nothing of this program may be billed for the month.";
            case UNKNOWN -> "No installed rules know this program in this month.";
        };
    }

    private void checks(String title, FindingKind kind, Determination one) {
        List<Finding> found = kind.in(one.findings());
        if (!found.isEmpty()) {
            heading(title);
            lines.addAll(CheckTable.of(found));
        }
    }

    private void alternatives(Determination one) {
        List<Finding> found = FindingKind.ALTERNATIVE.in(one.findings());
        if (found.isEmpty()) {
            return;
        }
        heading("What could have been billed instead, and why it is not");
        TextTable table = new TextTable(
                List.of(TextTable.text("Codes", 34), TextTable.number("Amount", 10), TextTable.text("Why not", 66)));
        for (Finding finding : found) {
            table.row(
                    finding.facts().getOrDefault("codes", ""),
                    finding.facts().getOrDefault("amount", ""),
                    finding.facts().getOrDefault("why", finding.sentence()));
        }
        lines.addAll(table.lines());
    }

    private void change(Determination one) {
        Set<String> changes = changes(one, FindingKind.AGAINST);
        if (changes.isEmpty()) {
            changes = changes(one, FindingKind.CODE);
        }
        heading("What would change the answer");
        if (changes.isEmpty()) {
            lines.add("  Nothing that these rules look at.");
        }
        changes.forEach(change -> lines.add("  " + change));
    }

    private static Set<String> changes(Determination one, FindingKind kind) {
        Set<String> changes = new LinkedHashSet<>();
        kind.in(one.findings()).forEach(finding -> finding.change().ifPresent(changes::add));
        return changes;
    }

    private void facts(Determination one) {
        heading("The facts given to the rules");
        TextTable table = new TextTable(List.of(TextTable.text("Fact", 40), TextTable.text("Value", 70)));
        one.facts().forEach((name, value) -> table.row(FactWords.name(name), FactWords.value(name, value)));
        lines.addAll(table.lines());
    }
}
