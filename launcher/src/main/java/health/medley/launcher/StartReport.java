package health.medley.launcher;

import java.util.List;

/**
 * Say how a start went.
 *
 * @param ready whether every bundle is active and every required port filled
 * @param bundles every bundle, in the order of starting
 * @param problems one plain sentence for each thing that is wrong, with the next step; empty if ready
 */
public record StartReport(boolean ready, List<BundleReport> bundles, List<String> problems) {
    /** Copy the lists. */
    public StartReport {
        bundles = List.copyOf(bundles);
        problems = List.copyOf(problems);
    }
}
