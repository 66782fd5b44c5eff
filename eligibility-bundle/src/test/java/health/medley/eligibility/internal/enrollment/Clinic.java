package health.medley.eligibility.internal.enrollment;

import health.medley.core.Caller;
import health.medley.core.PatientRef;
import health.medley.core.Permission;
import health.medley.core.Role;
import health.medley.core.ServiceMonth;
import health.medley.core.chart.PatientChart;
import health.medley.core.eligibility.ConsentTaken;
import health.medley.core.eligibility.EnrolledProgram;
import health.medley.core.eligibility.EnrollmentQuery;
import health.medley.core.eligibility.EnrollmentReader;
import health.medley.core.eligibility.EnrollmentRequest;
import health.medley.core.practice.Practice;
import health.medley.core.practice.PracticeService;
import health.medley.core.practice.PracticeSettings;
import health.medley.core.practice.Setting;
import health.medley.core.rules.RuleLibrary;
import health.medley.core.rules.RuleRef;
import health.medley.core.rules.RuleSet;
import health.medley.core.rules.RuleSummary;
import health.medley.record.MemoryRecordStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A practice in memory whose clock can be set, with rules for two programs. */
public final class Clinic implements PracticeService, RuleLibrary {

    /** Somebody of the staff. */
    public static final Caller CALLER = Caller.of("ann", "north", Role.CARE_MANAGER, "tests");

    /** Everything a consent tells. */
    public static final Set<String> TOLD = Set.of("availability", "cost-sharing", "one-practitioner", "right-to-stop");

    static final String OURS = "1999999018";
    static final String OTHER = "1999999026";

    /** The charts. */
    public final ChartShelf charts = new ChartShelf();

    private final Ticking clock = new Ticking();
    /** The record. */
    public final MemoryRecordStore store = new MemoryRecordStore(clock);

    private final RecordEnrollmentService enrollments = new RecordEnrollmentService(store, charts, this, this, clock);
    private Map<String, Map<String, String>> parameters = Map.of();

    /** A clinic on the last day of March 2025, 20:00 in New York, which is the first of April in London. */
    public Clinic() {
        at("2025-04-01T00:00:00Z");
    }

    /** Set the clock. */
    public Clinic at(String instant) {
        clock.now = Instant.parse(instant);
        return this;
    }

    /** The clock. */
    public Clock clock() {
        return clock;
    }

    /** The enrollments. */
    public RecordEnrollmentService enrollments() {
        return enrollments;
    }

    /** Set a parameter of the practice. */
    public void parameter(String group, String name, String value) {
        parameters = Map.of(group, Map.of(name, value));
    }

    /** A patient with an empty chart. */
    public PatientRef patient(String fhirId) {
        return charts.put(
                new PatientChart(fhirId, Optional.empty(), Optional.empty(), List.of(), List.of(), List.of()));
    }

    /** A complete consent. */
    public static ConsentTaken consent(String day) {
        return new ConsentTaken(LocalDate.parse(day), "verbal", TOLD, "ann", Optional.empty());
    }

    /** A request with a complete consent. */
    public static EnrollmentRequest request(String consentDay) {
        return request(Optional.of(consent(consentDay)), Optional.empty());
    }

    static EnrollmentRequest request(Optional<ConsentTaken> consent, Optional<LocalDate> from) {
        return new EnrollmentRequest("ccm", OURS, "MD", "staff", from, consent, Optional.empty(), true);
    }

    EnrolledProgram enroll(PatientRef patient, String consentDay) {
        return enrollments.enroll(CALLER, patient, request(consentDay));
    }

    List<EnrolledProgram> read(EnrollmentQuery query) {
        return enrollments.read(CALLER, query, new EnrollmentReader<>() {
            private final List<EnrolledProgram> read = new ArrayList<>();

            @Override
            public boolean take(EnrolledProgram enrollment) {
                return read.add(enrollment);
            }

            @Override
            public List<EnrolledProgram> result() {
                return read;
            }
        });
    }

    @Override
    public Practice practice(Caller caller) {
        return new Practice(
                "North", "1999999034", ZoneId.of("America/New_York"), "11", "national", Setting.PFS, parameters);
    }

    @Override
    public Optional<PracticeSettings> settings(Caller caller) {
        return Optional.of(new PracticeSettings(PracticeSettings.ID, 1, practice(caller)));
    }

    @Override
    public PracticeSettings update(Caller caller, long version, Practice practice) {
        throw new UnsupportedOperationException("needs " + Permission.ADMINISTER_PLATFORM);
    }

    @Override
    public RuleSet find(Caller caller, String program, ServiceMonth month) {
        throw new UnsupportedOperationException("no rules are read here");
    }

    @Override
    public List<String> programs(Caller caller, ServiceMonth month) {
        return List.of("ccm", "bhi");
    }

    @Override
    public List<RuleSummary> list(Caller caller) {
        return List.of(summary("ccm"), summary("bhi"));
    }

    private static RuleSummary summary(String program) {
        return new RuleSummary(
                new RuleRef(program + "-2025", "1.0.0", "00"),
                program,
                ServiceMonth.parse("2025-01"),
                ServiceMonth.parse("2025-12"),
                true,
                "Always.");
    }

    @Override
    public RuleSet read(Caller caller, Path archive) {
        throw new UnsupportedOperationException("no rules are read here");
    }

    private static final class Ticking extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("one zone is enough");
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
