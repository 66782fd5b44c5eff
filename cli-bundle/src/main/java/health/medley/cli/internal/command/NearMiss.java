package health.medley.cli.internal.command;

import health.medley.core.CareTime;
import health.medley.core.Finding;
import health.medley.core.Outcome;
import health.medley.core.billing.Determination;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says how little time is missing for the next code.
 *
 * @param missing the time
 * @param sentence what would change the answer, as the finding says it
 */
record NearMiss(CareTime missing, String sentence) {

    /** As {@link CareTime#inWords} says it: {@code 2 min 10 s more ...}. */
    private static final Pattern MORE = Pattern.compile("(?:(\\d+) min)? ?(?:(\\d+) s)? more .*");

    /** Every miss of a determination that time alone would mend: none where something else stands against it. */
    static List<NearMiss> of(Determination determination) {
        boolean hopeless = determination.findings().stream()
                .filter(finding -> finding.outcome() == Outcome.FAILED)
                .anyMatch(finding -> finding.change().isPresent() && of(finding).isEmpty());
        return hopeless
                ? List.of()
                : determination.findings().stream()
                        .flatMap(finding -> of(finding).stream())
                        .toList();
    }

    /** Read it from what would change a finding; empty if that is not a matter of time. */
    static Optional<NearMiss> of(Finding finding) {
        return finding.change().flatMap(NearMiss::read);
    }

    private static Optional<NearMiss> read(String change) {
        Matcher words = MORE.matcher(change);
        if (!words.matches() || (words.group(1) == null && words.group(2) == null)) {
            return Optional.empty();
        }
        return Optional.of(new NearMiss(new CareTime(number(words.group(1)) * 60 + number(words.group(2))), change));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
