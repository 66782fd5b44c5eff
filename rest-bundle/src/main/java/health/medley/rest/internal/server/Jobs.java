package health.medley.rest.internal.server;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Page;
import health.medley.core.store.RecordStore;
import health.medley.record.RecordIds;
import health.medley.record.RecordJson;
import health.medley.record.RecordKind;
import health.medley.record.Records;
import health.medley.rest.internal.http.Job;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The jobs as they are kept (private record kind {@code rest.job}), with what has been done since. */
@Component(service = Jobs.class)
public final class Jobs {

    private static final String STATE = "state";

    private final Clock clock;
    private final RecordIds ids;
    private final Records<Job> records;
    private final Map<String, Job> running = new ConcurrentHashMap<>();

    /** Take the store. */
    @Activate
    public Jobs(@Reference RecordStore store) {
        this(store, Clock.systemUTC());
    }

    Jobs(RecordStore store, Clock clock) {
        this.clock = clock;
        ids = new RecordIds(clock);
        records = new Records<>(
                store,
                RecordKind.of("rest.job", 1, Job.class, RecordJson.mapper())
                        .foundBy(job -> Map.of(STATE, job.state().name())));
    }

    /** Keep a new job; the job of the first time where the same request began one before. */
    Job begin(Caller caller, String kind, Map<String, String> input) {
        Job job = new Job(
                ids.next(),
                0,
                kind,
                input,
                caller.user(),
                caller.role(),
                Job.State.RUNNING,
                0,
                0,
                Map.of(),
                Optional.empty(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return records.save(caller, job, "job begun");
    }

    /** A job of the caller's practice, as far as it is now. */
    public Job get(Caller caller, String id) {
        Job kept = records.find(caller, id)
                .orElseThrow(() -> new MedleyException(
                        ErrorCode.RECORD_ABSENT,
                        "There is no job with this id in practice " + caller.practice()
                                + "; GET /api/jobs lists them"));
        Job now = running.get(id);
        return now == null || kept.state() != Job.State.RUNNING ? kept : now;
    }

    /** The jobs of the caller's practice, in the order they were begun. */
    public List<Job> list(Caller caller, Page page) {
        return records.list(caller, records.query().page(page.after(), page.limit()));
    }

    /** Those of a practice that have not ended. */
    List<Job> unfinished(Caller caller) {
        return records.list(caller, records.query().where(STATE, Job.State.RUNNING.name()));
    }

    /** Show how far a job is, without keeping it yet. */
    void show(Job job) {
        running.put(job.id(), job);
    }

    /** Keep how far a job is. */
    Job keep(Caller caller, Job job) {
        Job kept = records.save(caller, job, "job " + job.state().name().toLowerCase(Locale.ROOT));
        if (kept.state() == Job.State.RUNNING) {
            running.put(kept.id(), kept);
        } else {
            running.remove(kept.id());
        }
        return kept;
    }
}
