package health.medley.cli.internal.compare;

import health.medley.core.billing.CodeLine;
import health.medley.core.billing.Determination;
import health.medley.core.billing.Status;
import health.medley.core.practice.OtherCode;
import health.medley.core.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps every outcome that two rule sets see differently, and how many were compared. Made for one thread. */
public final class RuleDiff {

    private static final Pattern CODE = Pattern.compile("(?m)^code:\\s*[\"']?([A-Z0-9]+)");

    private final RuleSet before;
    private final RuleSet after;
    private final ChangedClause clauses;
    private final Set<String> knownBefore;
    private final Set<String> knownAfter;
    private final List<Change> changes = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private long compared;

    /** Compare what {@code after} answers with what {@code before} does. */
    public RuleDiff(RuleSet before, RuleSet after) {
        this.before = before;
        this.after = after;
        this.clauses = new ChangedClause(before, after);
        this.knownBefore = codes(before);
        this.knownAfter = codes(after);
    }

    /** The codes a rule set can bill. */
    private static Set<String> codes(RuleSet rules) {
        Set<String> codes = new TreeSet<>();
        rules.files().forEach((path, text) -> {
            Matcher code = CODE.matcher(text);
            if (path.startsWith("codes/") && code.find()) {
                codes.add(code.group(1));
            }
        });
        return codes;
    }

    /** The rules as they were. */
    public RuleSet before() {
        return before;
    }

    /** The changed rules. */
    public RuleSet after() {
        return after;
    }

    /** Say what was asked, in a few words. */
    public void asked(String words) {
        asked.add(words);
    }

    /** Compare two answers to one question; an empty one is no answer. */
    public void compare(String source, Optional<Determination> was, Optional<Determination> is) {
        compared++;
        Optional<Determination> old = was.filter(one -> one.status() != Status.UNKNOWN);
        Optional<Determination> now = is.filter(one -> one.status() != Status.UNKNOWN);
        if (Change.differ(old, now)) {
            changes.add(new Change(source, old, now, weight(old, now), clauses.of(old, now)));
        }
    }

    private Weight weight(Optional<Determination> was, Optional<Determination> is) {
        if (was.isEmpty()) {
            return Weight.MINOR;
        }
        boolean newCode = is.isPresent()
                && is.get().codes().stream()
                        .filter(RuleDiff::ours)
                        .map(CodeLine::code)
                        .anyMatch(code -> knownAfter.contains(code) && !knownBefore.contains(code));
        return newCode ? Weight.MINOR : Weight.MAJOR;
    }

    private static boolean ours(CodeLine line) {
        return line.practitioner().isEmpty() || line.practitioner().equals(OtherCode.US);
    }

    /** Every change, in the order compared. */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    /** How many outcomes were compared. */
    public long compared() {
        return compared;
    }

    /** What was asked. */
    public List<String> questions() {
        return List.copyOf(asked);
    }

    /** What the version number of the new rules must say, and whether it does. */
    public VersionClaim claim() {
        Weight weight = Weight.PATCH;
        for (Change change : changes) {
            weight = weight.or(change.weight());
        }
        if (after.from().compareTo(before.from()) < 0 || after.to().compareTo(before.to()) > 0) {
            weight = weight.or(Weight.MINOR);
        }
        if (!knownBefore.containsAll(knownAfter)) {
            weight = weight.or(Weight.MINOR);
        }
        boolean taken = after.from().compareTo(before.from()) > 0 || after.to().compareTo(before.to()) < 0;
        if (taken || !knownAfter.containsAll(knownBefore)) {
            weight = Weight.MAJOR;
        }
        return new VersionClaim(before.ref(), after.ref(), weight);
    }
}
