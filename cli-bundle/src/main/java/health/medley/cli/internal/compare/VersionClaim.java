package health.medley.cli.internal.compare;

import health.medley.core.rules.RuleRef;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Judges whether the version number of changed rules says as much as changed.
 *
 * @param before the rules as they were
 * @param after the changed rules
 * @param weight how much changes
 */
public record VersionClaim(RuleRef before, RuleRef after, Weight weight) {

    private boolean judged() {
        return before.name().equals(after.name());
    }

    /** The lowest version that would be honest; empty where the versions are not of one line. */
    public Optional<String> least() {
        if (!judged()) {
            return Optional.empty();
        }
        if (before.sha256().equals(after.sha256())) {
            return Optional.of(before.version());
        }
        return RuleVersion.of(before.version())
                .map(version -> version.after(weight).toString());
    }

    /** Whether the number says at least as much as changed. */
    public boolean honest() {
        Optional<RuleVersion> least = least().flatMap(RuleVersion::of);
        return least.isEmpty()
                || RuleVersion.of(after.version())
                        .filter(version -> version.compareTo(least.get()) >= 0)
                        .isPresent();
    }

    /** The judgement in one or two sentences. */
    public String sentence() {
        if (!judged()) {
            return "The rules have different names, so the version of one says nothing about the other.";
        }
        if (before.equals(after)) {
            return "Both are the same bundle, " + after + ".";
        }
        String found = "From " + before.version() + " to " + after.version() + ": " + weight.words() + ". ";
        String least = "The least honest version is " + least().orElse("unknown") + ".";
        if (honest()) {
            return found + "The number is honest. " + least;
        }
        return before.version().equals(after.version())
                ? found + "The same number stands for other content: refused. " + least
                : found + "The number claims less: refused. " + least;
    }

    /** As a JSON object. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("change", judged() ? weight.name().toLowerCase(Locale.ROOT) : "not judged");
        json.put("honest", honest());
        json.put("least", least().orElse(""));
        json.put("sentence", sentence());
        return json;
    }
}
