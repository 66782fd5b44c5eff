package health.medley.cli.internal.compare;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds the three numbers of a rule set's version. */
record RuleVersion(int major, int minor, int patch) implements Comparable<RuleVersion> {

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})");
    private static final Comparator<RuleVersion> ORDER = Comparator.comparingInt(RuleVersion::major)
            .thenComparingInt(RuleVersion::minor)
            .thenComparingInt(RuleVersion::patch);

    /** Read {@code 1.0.0}; empty for anything else. */
    static Optional<RuleVersion> of(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        return numbers.matches()
                ? Optional.of(new RuleVersion(number(numbers, 1), number(numbers, 2), number(numbers, 3)))
                : Optional.empty();
    }

    private static int number(Matcher numbers, int group) {
        return Integer.parseInt(numbers.group(group));
    }

    /** The lowest version that tells of such a change. */
    RuleVersion after(Weight weight) {
        return switch (weight) {
            case MAJOR -> new RuleVersion(major + 1, 0, 0);
            case MINOR -> new RuleVersion(major, minor + 1, 0);
            case PATCH -> new RuleVersion(major, minor, patch + 1);
        };
    }

    @Override
    public int compareTo(RuleVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
