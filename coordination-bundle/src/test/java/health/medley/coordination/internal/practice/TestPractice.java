package health.medley.coordination.internal.practice;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Page;
import health.medley.core.PatientRef;
import health.medley.core.Role;
import health.medley.core.chart.ChartDelivery;
import health.medley.core.chart.ChartRegister;
import health.medley.core.chart.ImportReport;
import health.medley.core.chart.PatientChart;
import health.medley.core.chart.RegisteredChartReader;
import health.medley.core.practice.Practice;
import health.medley.core.practice.PracticeService;
import health.medley.core.practice.PracticeSettings;
import health.medley.core.practice.Setting;
import health.medley.record.MemoryRecordStore;
import health.medley.record.RecordIds;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A practice in New York with a clock that tests set, two patients, and a store in memory. */
public final class TestPractice extends Clock implements PracticeService, ChartRegister {

    public static final Caller ANN = Caller.of("ann", "north", Role.CARE_MANAGER, "test");
    public static final Caller BOB_ELSEWHERE = Caller.of("bob", "south", Role.CARE_MANAGER, "test");

    public final PatientRef patient = RecordIds.patient();
    public final PatientRef other = RecordIds.patient();
    public final MemoryRecordStore store = new MemoryRecordStore(this);
    public int practiceReads;
    public int chartReads;
    public Map<String, String> parameters = Map.of();
    private Instant now;

    public TestPractice(String now) {
        this.now = Instant.parse(now);
    }

    public void at(String instant) {
        now = Instant.parse(instant);
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Practice practice(Caller caller) {
        practiceReads++;
        return new Practice(
                "North",
                "1234567893",
                ZoneId.of("America/New_York"),
                "11",
                "national",
                Setting.PFS,
                Map.of("coordination", parameters));
    }

    @Override
    public Optional<PracticeSettings> settings(Caller caller) {
        throw new AssertionError("not asked");
    }

    @Override
    public PracticeSettings update(Caller caller, long version, Practice practice) {
        throw new AssertionError("not asked");
    }

    @Override
    public ImportReport take(Caller caller, ChartDelivery delivery, InputStream content) {
        throw new AssertionError("not asked");
    }

    @Override
    public PatientRef lookup(Caller caller, String fhirId) {
        throw new AssertionError("not asked");
    }

    @Override
    public List<PatientRef> patients(Caller caller, Page page) {
        return List.of(patient, other);
    }

    @Override
    public PatientChart chart(Caller caller, PatientRef who) {
        chartReads++;
        if (!caller.practice().equals(ANN.practice()) || !(who.equals(patient) || who.equals(other))) {
            throw new MedleyException(ErrorCode.PATIENT_UNKNOWN, "no such patient");
        }
        return new PatientChart(
                who.equals(patient) ? "pat-1" : "pat-2",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
    }

    @Override
    public <R> R charts(Caller caller, Set<PatientRef> patients, RegisteredChartReader<R> reader) {
        for (PatientRef who : patients) {
            try {
                reader.chart(who, chart(caller, who));
            } catch (MedleyException e) {
                // passed over, as the contract says
                continue;
            }
        }
        return reader.result();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
