package health.medley.chartfhir.internal;

import health.medley.core.chart.ChartCondition;
import health.medley.core.chart.ChartCoverage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What has been read of one patient so far, or of somebody referred to whose Patient resource has not come yet. */
final class PatientFacts {

    /** An encounter whose practitioners are not looked up yet. */
    record Visit(LocalDate day, List<String> performers) {}

    private final boolean discarding;
    private boolean known;
    private Optional<LocalDate> birth = Optional.empty();
    private Optional<LocalDate> death = Optional.empty();
    private final List<ChartCondition> conditions = new ArrayList<>(0);
    private final List<Visit> visits = new ArrayList<>(0);
    private final List<ChartCoverage> coverages = new ArrayList<>(0);

    // where the resources stand that came before their Patient: the first ones, and how many
    private long[] unclaimed = new long[0];
    private int unclaimedKept;
    private long unclaimedCount;

    private PatientFacts(boolean discarding) {
        this.discarding = discarding;
    }

    /** Facts to keep. */
    static PatientFacts kept() {
        return new PatientFacts(false);
    }

    /** Facts of patients nobody asked for. */
    static PatientFacts discarded() {
        return new PatientFacts(true);
    }

    boolean discarding() {
        return discarding;
    }

    /** Whether the Patient resource has come. */
    boolean known() {
        return known;
    }

    /** Take the Patient resource. */
    void claim(Optional<LocalDate> born, Optional<LocalDate> died) {
        known = true;
        birth = born;
        death = died;
        unclaimed = new long[0];
        unclaimedKept = 0;
        unclaimedCount = 0;
    }

    /** Take note of a resource of this patient at a packed position. */
    void mention(long position) {
        if (known || discarding) {
            return;
        }
        unclaimedCount++;
        if (unclaimedKept < ChartProblems.TOLD_PER_FILE) {
            if (unclaimedKept == unclaimed.length) {
                unclaimed = Arrays.copyOf(unclaimed, Math.max(4, unclaimed.length * 2));
            }
            unclaimed[unclaimedKept++] = position;
        }
    }

    /** Take over what was read under another name of the same patient. */
    void adopt(PatientFacts other) {
        if (!discarding) {
            conditions.addAll(other.conditions);
            visits.addAll(other.visits);
            coverages.addAll(other.coverages);
            if (!known) {
                for (int i = 0; i < other.unclaimedKept; i++) {
                    mention(other.unclaimed[i]);
                }
                unclaimedCount += other.unclaimedCount - other.unclaimedKept;
            }
        }
    }

    Optional<LocalDate> birth() {
        return birth;
    }

    Optional<LocalDate> death() {
        return death;
    }

    List<ChartCondition> conditions() {
        return conditions;
    }

    List<Visit> visits() {
        return visits;
    }

    List<ChartCoverage> coverages() {
        return coverages;
    }

    /** Packed positions of the first resources without a Patient. */
    long[] unclaimed() {
        return Arrays.copyOf(unclaimed, unclaimedKept);
    }

    /** How many resources came without a Patient. */
    long unclaimedCount() {
        return unclaimedCount;
    }
}
