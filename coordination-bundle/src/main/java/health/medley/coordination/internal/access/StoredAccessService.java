package health.medley.coordination.internal.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.coordination.internal.messages.Channels;
import health.medley.coordination.internal.practice.LocalPractice;
import health.medley.coordination.internal.practice.Surroundings;
import health.medley.core.Caller;
import health.medley.core.Finding;
import health.medley.core.ServiceMonth;
import health.medley.core.chart.ChartRegister;
import health.medley.core.coordination.AccessService;
import health.medley.core.coordination.CoverageGap;
import health.medley.core.coordination.MessageChannel;
import health.medley.core.coordination.NewRoster;
import health.medley.core.coordination.NewTestCall;
import health.medley.core.coordination.Roster;
import health.medley.core.coordination.RosterShift;
import health.medley.core.coordination.TestCall;
import health.medley.core.practice.PracticeService;
import health.medley.core.store.RecordStore;
import health.medley.record.RecordIds;
import health.medley.record.RecordJson;
import health.medley.record.RecordKind;
import health.medley.record.Records;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Keep rosters and test calls in the record store, and compute the gaps when asked. */
@Component(service = AccessService.class)
public final class StoredAccessService implements AccessService {

    private static final String AT = "at";

    private final Records<Roster> rosters;
    private final Records<TestCall> calls;
    private final Surroundings surroundings;
    private final RecordIds ids;
    private final Clock clock;
    private final Channels channels = new Channels();

    /** Keep them in {@code store}. */
    @Activate
    public StoredAccessService(
            @Reference RecordStore store, @Reference PracticeService practices, @Reference ChartRegister charts) {
        this(store, practices, charts, Clock.systemUTC());
    }

    StoredAccessService(RecordStore store, PracticeService practices, ChartRegister charts, Clock clock) {
        ObjectMapper mapper = RecordJson.mapper();
        this.clock = clock;
        ids = new RecordIds(clock);
        surroundings = new Surroundings(practices, charts, clock);
        rosters = new Records<>(store, RecordKind.of("roster", 1, Roster.class, mapper));
        calls = new Records<>(
                store,
                RecordKind.of("test-call", 1, TestCall.class, mapper)
                        .foundBy(call -> Map.of(AT, utc(call.at().toInstant()))));
    }

    /** Know one more channel; the ports' services alone, this bundle also sees its own behind them. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(medley.port=*)")
    void addChannel(MessageChannel channel, Map<String, Object> properties) {
        channels.add(channel, properties);
    }

    void removeChannel(MessageChannel channel) {
        channels.remove(channel);
    }

    @Override
    public Roster addRoster(Caller caller, NewRoster roster) {
        return rosters.save(caller, of(ids.next(), 0, roster), "added");
    }

    @Override
    public Roster changeRoster(Caller caller, String id, long version, NewRoster roster) {
        rosters.get(caller, id, version);
        return rosters.save(caller, of(id, version, roster), "changed");
    }

    private Roster of(String id, long version, NewRoster stated) {
        return new Roster(id, version, stated.name(), stated.validFrom(), stated.validTo(), stated.shifts(), now());
    }

    @Override
    public List<Roster> rosters(Caller caller) {
        return rosters.list(caller, rosters.query());
    }

    @Override
    public List<RosterShift> onDuty(Caller caller, OffsetDateTime at) {
        LocalPractice.refuseFarYear(at.getYear(), "Asking who is on duty");
        return week(caller).at(at.toInstant()).stream()
                .sorted(Comparator.comparing(shift -> !shift.reachesRecord()))
                .toList();
    }

    @Override
    public List<CoverageGap> gaps(Caller caller, ServiceMonth month) {
        LocalPractice.refuseFarYear(month.value().getYear(), "Looking for gaps of the access");
        LocalPractice practice = surroundings.practice(caller);
        return week(caller).gaps(month.start(practice.zone()), month.end(practice.zone()));
    }

    private Week week(Caller caller) {
        return new Week(rosters(caller), surroundings.practice(caller).zone());
    }

    @Override
    public TestCall logTestCall(Caller caller, NewTestCall call) {
        surroundings.practice(caller).refuseFuture(call.at().toInstant(), now(), "Logging a test call");
        TestCall fresh = new TestCall(
                ids.next(),
                0,
                call.at(),
                call.caller(),
                call.phone(),
                call.answeredBy(),
                call.waitSeconds(),
                call.reachedRecord(),
                call.note(),
                now());
        return calls.save(caller, fresh, "logged");
    }

    @Override
    public List<TestCall> testCalls(Caller caller, ServiceMonth month) {
        LocalPractice.refuseFarYear(month.value().getYear(), "Listing test calls");
        LocalPractice practice = surroundings.practice(caller);
        String from = utc(month.start(practice.zone()));
        String before = utc(month.end(practice.zone()));
        return calls.list(caller, calls.query().between(AT, from, before)).stream()
                .sorted(Comparator.comparing((TestCall call) -> call.at().toInstant())
                        .thenComparing(TestCall::id))
                .toList();
    }

    @Override
    public List<Finding> findings(Caller caller, ServiceMonth month) {
        return List.of(
                AccessJudge.coverage(gaps(caller, month)),
                AccessJudge.tests(testCalls(caller, month)),
                AccessJudge.channels(channels.offered()));
    }

    private static String utc(Instant at) {
        // an instant, unlike other times, is always written with its seconds, so that text sorts as time does
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
