package health.medley.switchboard.internal;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;

/**
 * The framework properties the switchboard reads at start.
 *
 * @param required contracts without which the platform is not ready
 * @param chosen what the operator chose
 * @param drainLimit how long calls may stay in a generation that is out of the routing before it counts as stuck
 */
record Settings(Set<String> required, Choices chosen, Duration drainLimit) {
    /** Comma list of contract class names. */
    static final String REQUIRED = "medley.ports.required";
    /** Comma list of {@code name/version}. */
    static final String CHOSEN = "medley.routing.chosen";
    /** Whole seconds. */
    static final String DRAIN = "medley.drain.seconds";

    private static final String REQUIRED_DEFAULT = "health.medley.core.eligibility.EligibilityService,"
            + "health.medley.core.time.TimeCounter,health.medley.core.billing.BillingService";

    /** Read them. */
    static Settings of(BundleContext context) {
        String required = context.getProperty(REQUIRED);
        Set<String> names = Arrays.stream((required == null ? REQUIRED_DEFAULT : required).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        return new Settings(names, Choices.parse(context.getProperty(CHOSEN)), drain(context.getProperty(DRAIN)));
    }

    private static Duration drain(@Nullable String seconds) {
        if (seconds == null || seconds.isBlank()) {
            return Duration.ofSeconds(30);
        }
        if (!seconds.strip().matches("[0-9]{1,6}")) {
            throw new IllegalArgumentException("Reading the setting " + DRAIN + ": \"" + seconds
                    + "\" is not a number of whole seconds. Write for example 30.");
        }
        return Duration.ofSeconds(Long.parseLong(seconds.strip()));
    }
}
