package health.medley.coordination.internal.practice;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.chart.ChartRegister;
import health.medley.core.chart.PatientChart;
import health.medley.core.chart.RegisteredChartReader;
import health.medley.core.practice.PracticeService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows the practice and its patients, without asking for them again at every entry. What is known of a practice is
 * a second old at most; that a patient is there does not change.
 */
public final class Surroundings {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int MOST_PATIENTS_KNOWN = 100_000;

    private final PracticeService practices;
    private final ChartRegister charts;
    private final Clock clock;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();
    private final Set<KnownPatient> known = ConcurrentHashMap.newKeySet();

    private record Seen(LocalPractice practice, Instant at) {}

    private record KnownPatient(String practice, PatientRef patient) {}

    /** Know what these two say, as of {@code clock}. */
    public Surroundings(PracticeService practices, ChartRegister charts, Clock clock) {
        this.practices = practices;
        this.charts = charts;
        this.clock = clock;
    }

    /** The caller's practice. */
    public LocalPractice practice(Caller caller) {
        Instant now = clock.instant();
        Seen last = seen.get(caller.practice());
        if (last == null || Duration.between(last.at(), now).abs().compareTo(FRESH) > 0) {
            last = new Seen(LocalPractice.of(practices.practice(caller)), now);
            seen.put(caller.practice(), last);
        }
        return last.practice();
    }

    /**
     * Refuse a patient who is not the practice's.
     *
     * @throws MedleyException {@code PATIENT_UNKNOWN}
     */
    public void expect(Caller caller, PatientRef patient) {
        KnownPatient asked = new KnownPatient(caller.practice(), patient);
        if (known.contains(asked)) {
            return;
        }
        if (!charts.charts(caller, Set.of(patient), new Presence())) {
            throw new MedleyException(
                    ErrorCode.PATIENT_UNKNOWN,
                    "Recording care for a patient: practice " + caller.practice()
                            + " has no chart under this reference;" + " import the chart, or look the reference up");
        }
        if (known.size() >= MOST_PATIENTS_KNOWN) {
            known.clear();
        }
        known.add(asked);
    }

    private static final class Presence implements RegisteredChartReader<Boolean> {
        private boolean there;

        @Override
        public void chart(PatientRef patient, PatientChart chart) {
            there = true;
        }

        @Override
        public Boolean result() {
            return there;
        }
    }
}
