package health.medley.cli.internal.explain;

import health.medley.cli.internal.practice.Rejects;
import health.medley.cli.internal.report.Json;
import health.medley.core.Caller;
import health.medley.core.ErrorKind;
import health.medley.core.InputProblem;
import health.medley.core.MedleyException;
import health.medley.core.billing.BillingService;
import health.medley.core.command.CommandOutput;
import health.medley.core.rules.RuleLibrary;
import health.medley.core.rules.RuleRef;
import health.medley.core.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides recorded determinations again from their facts and by their rules, and keeps every difference. */
public final class Verification {

    private static final int SHOWN_EVERY = 500;
    private static final int SHORT_HASH = 12;

    private record Differing(Recorded recorded, List<Difference> differences) {}

    private final BillingService billing;
    private final RuleLibrary library;
    private final Caller caller;
    private final Map<RuleRef, Optional<RuleSet>> known = new HashMap<>();
    private final Set<RuleRef> unknownRules = new LinkedHashSet<>();
    private final List<Differing> differing = new ArrayList<>();
    private final Rejects rejects = new Rejects();
    private long verified;
    private long unknown;

    /** Verify with the rules of {@code library}. */
    public Verification(BillingService billing, RuleLibrary library, Caller caller) {
        this.billing = billing;
        this.library = library;
        this.caller = caller;
    }

    /** Know the rules of a jar or folder, too. */
    public void add(Path archive) {
        RuleSet rules = library.read(caller, archive);
        known.put(rules.ref(), Optional.of(rules));
    }

    /** Verify every determination of a file. */
    public void file(Path file, CommandOutput output) throws IOException {
        RecordedFile.read(file, new RecordedFile.Taker() {
            private long taken;

            @Override
            public void recorded(Recorded recorded) {
                if (taken++ % SHOWN_EVERY == 0) {
                    output.progress("deciding again", taken, 0);
                }
                verify(recorded, String.valueOf(file.getFileName()));
            }

            @Override
            public void problem(InputProblem problem) {
                rejects.add(problem);
            }
        });
    }

    private void verify(Recorded recorded, String file) {
        Optional<RuleSet> rules = recorded.rules().flatMap(this::rules);
        if (rules.isEmpty()) {
            unknown++;
            recorded.rules().ifPresent(unknownRules::add);
            return;
        }
        try {
            List<Difference> differences = Recheck.compare(
                    recorded.content(),
                    billing.recompute(caller, rules.get(), recorded.patient(), recorded.month(), recorded.facts()));
            if (differences.isEmpty()) {
                verified++;
            } else {
                differing.add(new Differing(recorded, differences));
            }
        } catch (MedleyException e) {
            if (e.code().kind() != ErrorKind.USER) {
                throw e;
            }
            rejects.add(new InputProblem(
                    file,
                    recorded.line(),
                    "facts",
                    "",
                    "These facts cannot be decided: " + e.getMessage(),
                    "Take the line again from what medley run wrote."));
        }
    }

    private Optional<RuleSet> rules(RuleRef ref) {
        return known.computeIfAbsent(ref, wanted -> library.installed(caller, wanted));
    }

    /** What could not be read. */
    public Rejects rejects() {
        return rejects;
    }

    /** Whether anything is not what its facts and rules give. */
    public boolean differs() {
        return !differing.isEmpty();
    }

    /** Every difference and the sums, line by line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Differing one : differing) {
            lines.add("Line " + one.recorded().line() + ", patient "
                    + one.recorded().patient() + ", " + one.recorded().month() + ", "
                    + one.recorded().rules().orElseThrow() + ":");
            one.differences().forEach(difference -> lines.add("  " + difference.sentence()));
        }
        unknownRules.forEach(ref -> lines.add(missing(ref)));
        lines.add(verified + " verified, " + differing.size() + " differ, " + unknown + " unknown rules");
        return lines;
    }

    private String missing(RuleRef ref) {
        String installed = library.list(caller).stream()
                .filter(rules -> rules.ref().name().equals(ref.name()))
                .map(rules ->
                        rules.ref().version() + " (" + beginning(rules.ref().sha256()) + ")")
                .reduce((one, other) -> one + ", " + other)
                .orElse("none");
        return "The rules " + ref + " with the content " + beginning(ref.sha256()) + " are not installed; of "
                + ref.name() + " there is " + installed
                + ". Give the bundle that decided with --rules JAR; released ones are kept where the rules are made.";
    }

    private static String beginning(String hash) {
        return hash.substring(0, Math.min(SHORT_HASH, hash.length()));
    }

    /** The verification as a JSON object. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("verified", verified);
        json.put("differ", differing.size());
        json.put("unknown_rules", unknown);
        json.put("differing", differing.stream().map(Verification::json).toList());
        json.put("rules_not_installed", unknownRules.stream().map(Json::of).toList());
        json.put("problems", rejects.inOrder().stream().map(Json::of).toList());
        return json;
    }

    private static Map<String, Object> json(Differing one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("line", one.recorded().line());
        json.put("patient", one.recorded().patient());
        json.put("month", one.recorded().month().toString());
        json.put("differences", one.differences().stream().map(Difference::json).toList());
        return json;
    }
}
