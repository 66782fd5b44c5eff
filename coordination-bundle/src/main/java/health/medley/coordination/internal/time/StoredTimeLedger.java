package health.medley.coordination.internal.time;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.coordination.internal.practice.Surroundings;
import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.chart.ChartRegister;
import health.medley.core.practice.PracticeService;
import health.medley.core.store.RecordStore;
import health.medley.core.time.KeptTime;
import health.medley.core.time.NewTime;
import health.medley.core.time.NewTimer;
import health.medley.core.time.PerformerOverlap;
import health.medley.core.time.TimeLedger;
import health.medley.core.time.TimeQuery;
import health.medley.core.time.TimeReader;
import health.medley.core.time.Timer;
import health.medley.core.time.TimerStop;
import health.medley.record.RecordIds;
import health.medley.record.RecordJson;
import health.medley.record.Records;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keep time in the record store: an entry is one commit, a correction another version of it. */
@Component(service = TimeLedger.class)
public final class StoredTimeLedger implements TimeLedger {

    private static final int LONGEST_REASON = 1_000;

    private final Surroundings surroundings;
    private final TimeEntries entries;
    private final Records<KeptTime> records;
    private final TimeScan scan;
    private final Timers timers;

    /** Keep time in {@code store}. */
    @Activate
    public StoredTimeLedger(
            @Reference RecordStore store, @Reference PracticeService practices, @Reference ChartRegister charts) {
        this(store, practices, charts, Clock.systemUTC());
    }

    StoredTimeLedger(RecordStore store, PracticeService practices, ChartRegister charts, Clock clock) {
        ObjectMapper mapper = RecordJson.mapper();
        RecordIds ids = new RecordIds(clock);
        surroundings = new Surroundings(practices, charts, clock);
        entries = new TimeEntries(mapper, ids, clock);
        records = entries.in(store);
        scan = new TimeScan(store, entries, mapper);
        timers = new Timers(store, mapper, ids, clock, surroundings, entries);
    }

    @Override
    public Timer start(Caller caller, PatientRef patient, NewTimer timer) {
        surroundings.expect(caller, patient);
        return timers.start(caller, patient, timer);
    }

    @Override
    public Timer touch(Caller caller, String id, long version) {
        return timers.touch(caller, id, version);
    }

    @Override
    public Timer stop(Caller caller, String id, long version, TimerStop stop) {
        return timers.stop(caller, id, version, stop);
    }

    @Override
    public List<Timer> timers(Caller caller) {
        return timers.open(caller);
    }

    @Override
    public KeptTime record(Caller caller, PatientRef patient, NewTime time) {
        surroundings.expect(caller, patient);
        KeptTime fresh = entries.fresh(surroundings.practice(caller), patient, time, Optional.empty());
        try {
            return records.save(caller, fresh, "");
        } catch (MedleyException e) {
            if (e.code().equals(ErrorCode.KEY_TAKEN)) {
                return recordedBefore(caller, patient, time).orElseThrow(() -> e);
            }
            throw e;
        }
    }

    private Optional<KeptTime> recordedBefore(Caller caller, PatientRef patient, NewTime time) {
        return time.externalId()
                .flatMap(id -> records.list(caller, records.query().where(TimeEntries.EXTERNAL, id)).stream()
                        .findFirst())
                .filter(found -> records.history(caller, found.id()).stream()
                        .anyMatch(version -> TimeEntries.says(version, patient, time)));
    }

    @Override
    public KeptTime correct(Caller caller, String id, long version, NewTime time, String reason) {
        KeptTime wrong = standing(caller, id, version, reason, "Correcting");
        KeptTime right = entries.corrected(surroundings.practice(caller), wrong, time, reason);
        return records.save(caller, right, "corrected");
    }

    @Override
    public KeptTime withdraw(Caller caller, String id, long version, String reason) {
        KeptTime entry = standing(caller, id, version, reason, "Withdrawing");
        return records.save(caller, entries.withdrawn(entry, reason), "withdrawn");
    }

    private KeptTime standing(Caller caller, String id, long version, String reason, String doing) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    doing + " a time entry: the reason is blank or over " + LONGEST_REASON
                            + " characters; say in words why it was wrong");
        }
        KeptTime entry = records.get(caller, id, version);
        if (entry.withdrawn()) {
            throw new MedleyException(
                    ErrorCode.STATE_INVALID,
                    doing + " a time entry: it was withdrawn, and nothing follows a withdrawal; record the time anew");
        }
        return entry;
    }

    @Override
    public List<KeptTime> history(Caller caller, String id) {
        List<KeptTime> versions = records.history(caller, id);
        // says that there is none, and what to do
        return versions.isEmpty() ? List.of(records.get(caller, id)) : versions;
    }

    @Override
    public List<KeptTime> entries(Caller caller, PatientRef patient, ServiceMonth month) {
        return scan.read(caller, new TimeQuery(Set.of(patient), month, true), new TimeList()).stream()
                .sorted(Comparator.comparing((KeptTime entry) -> entry.start().toInstant())
                        .thenComparing(KeptTime::id))
                .toList();
    }

    @Override
    public <R> R read(Caller caller, TimeQuery query, TimeReader<R> reader) {
        return scan.read(caller, query, reader);
    }

    @Override
    public List<PerformerOverlap> overlaps(Caller caller, ServiceMonth month) {
        return scan.read(caller, new TimeQuery(Set.of(), month), new ShiftLog()).overlaps();
    }
}
