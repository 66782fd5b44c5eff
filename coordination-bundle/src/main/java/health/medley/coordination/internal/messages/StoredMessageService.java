package health.medley.coordination.internal.messages;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.coordination.internal.practice.LocalPractice;
import health.medley.coordination.internal.practice.Surroundings;
import health.medley.coordination.internal.time.TimeEntries;
import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Page;
import health.medley.core.PatientRef;
import health.medley.core.chart.ChartRegister;
import health.medley.core.coordination.ChannelKind;
import health.medley.core.coordination.Delivery;
import health.medley.core.coordination.LoggedContact;
import health.medley.core.coordination.Message;
import health.medley.core.coordination.MessageChannel;
import health.medley.core.coordination.MessageService;
import health.medley.core.coordination.MessageState;
import health.medley.core.coordination.NewMessage;
import health.medley.core.coordination.OfferedChannel;
import health.medley.core.practice.PracticeService;
import health.medley.core.store.Changes;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.RecordStore;
import health.medley.core.time.KeptTime;
import health.medley.record.RecordIds;
import health.medley.record.RecordJson;
import health.medley.record.RecordKind;
import health.medley.record.Records;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Keep messages and calls in the record store, and give messages to contributed channels. */
@Component(service = MessageService.class)
public final class StoredMessageService implements MessageService {

    private static final String OPEN = "open";
    private static final String YES = "yes";
    private static final String THREAD = "thread";
    private static final int MOST_ATTEMPTS = 5;

    private final RecordStore store;
    private final RecordKind<Message> kind;
    private final Records<Message> records;
    private final TimeEntries entries;
    private final Surroundings surroundings;
    private final RecordIds ids;
    private final Clock clock;
    private final Channels channels = new Channels();

    /** Keep messages in {@code store}. */
    @Activate
    public StoredMessageService(
            @Reference RecordStore store, @Reference PracticeService practices, @Reference ChartRegister charts) {
        this(store, practices, charts, Clock.systemUTC());
    }

    StoredMessageService(RecordStore store, PracticeService practices, ChartRegister charts, Clock clock) {
        ObjectMapper mapper = RecordJson.mapper();
        this.store = store;
        this.clock = clock;
        ids = new RecordIds(clock);
        surroundings = new Surroundings(practices, charts, clock);
        entries = new TimeEntries(mapper, ids, clock);
        kind = RecordKind.of("message", 1, Message.class, mapper)
                .ofPatient(Message::patient)
                .foundBy(StoredMessageService::index);
        records = new Records<>(store, kind);
    }

    private static Map<String, String> index(Message message) {
        Map<String, String> fields = new HashMap<>();
        fields.put(THREAD, message.thread());
        boolean unanswered = message.needsAnswer()
                && (message.state() == MessageState.DELIVERED || message.state() == MessageState.READ);
        if (unanswered || message.state() == MessageState.WAITING) {
            fields.put(OPEN, YES);
        }
        return fields;
    }

    /** Offer one more channel; the ports' services alone, this bundle also sees its own behind them. */
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
    public Message send(Caller caller, PatientRef patient, NewMessage message) {
        surroundings.expect(caller, patient);
        if (channels.kind(message.channel()) == ChannelKind.SPOKEN) {
            throw new MedleyException(
                    ErrorCode.STATE_INVALID,
                    "Sending a message: its channel is spoken; place the call, and log it once it took place");
        }
        String id = ids.next();
        String thread = thread(caller, patient, id, message.replyTo());
        Instant now = now();
        Message waiting = MessageDraft.waiting(
                id,
                patient,
                message,
                thread,
                caller.user(),
                surroundings.practice(caller).local(now),
                now);
        // kept before it is delivered; the request is answered by the delivery
        store.commit(caller, new Changes(List.of(records.draft(caller, waiting, "to be sent")), Optional.empty()));
        return deliver(caller, records.get(caller, id));
    }

    private String thread(Caller caller, PatientRef patient, String id, Optional<String> replyTo) {
        if (replyTo.isEmpty()) {
            return id;
        }
        Message original = records.get(caller, replyTo.get());
        if (!original.patient().equals(patient)) {
            throw new MedleyException(
                    ErrorCode.RECORD_ABSENT,
                    "Replying to a message: this patient has none with this id; list the patient's messages to see"
                            + " which there are");
        }
        return original.thread();
    }

    private Message deliver(Caller caller, Message waiting) {
        Delivery delivery = channels.deliver(caller, waiting);
        Message delivered = MessageDraft.delivered(waiting, delivery.reference());
        for (int attempt = 1; ; attempt++) {
            try {
                return commit(caller, delivered, Optional.empty(), "delivered");
            } catch (MedleyException e) {
                // what it answers was changed meanwhile; what was delivered is not to be delivered again
                if (!e.code().equals(ErrorCode.RECORD_CHANGED)
                        || waiting.replyTo().isEmpty()
                        || attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Commit a message with what it answers and the time it took. */
    private Message commit(Caller caller, Message message, Optional<KeptTime> time, String reason) {
        List<RecordDraft> drafts = new ArrayList<>();
        drafts.add(records.draft(caller, message, reason));
        time.ifPresent(entry -> drafts.add(entries.draft(entry)));
        message.replyTo()
                .map(id -> records.get(caller, id))
                .filter(original -> original.state() == MessageState.DELIVERED || original.state() == MessageState.READ)
                .ifPresent(original ->
                        drafts.add(records.draft(caller, MessageDraft.answered(original, message.id()), "answered")));
        return kind.value(store.commit(caller, new Changes(drafts, Optional.ofNullable(caller.request())))
                .records()
                .get(0));
    }

    @Override
    public Message retry(Caller caller, String id, long version) {
        Message message = records.get(caller, id, version);
        if (message.state() != MessageState.WAITING) {
            throw refusal(message, "Retrying", "only a waiting message can be");
        }
        return deliver(caller, message);
    }

    @Override
    public Message log(Caller caller, PatientRef patient, LoggedContact contact) {
        surroundings.expect(caller, patient);
        ChannelKind how = channels.kind(contact.channel());
        LocalPractice practice = surroundings.practice(caller);
        Instant now = now();
        practice.refuseFuture(contact.at().toInstant(), now, "Logging a call or message");
        String id = ids.next();
        String thread = thread(caller, patient, id, contact.replyTo());
        Optional<KeptTime> time =
                contact.time().map(worked -> entries.fresh(practice, patient, worked, Optional.of("message/" + id)));
        Message logged = MessageDraft.logged(id, patient, contact, how, thread, time.map(KeptTime::id), now);
        return commit(caller, logged, time, "logged");
    }

    @Override
    public Message read(Caller caller, String id, long version) {
        Message message = records.get(caller, id, version);
        return switch (message.state()) {
            case DELIVERED -> records.save(caller, MessageDraft.read(message, caller.user(), now()), "read");
            case READ, ANSWERED -> message;
            case WAITING, GIVEN_UP -> throw refusal(message, "Marking as read", "only a delivered message can be");
        };
    }

    @Override
    public Message settle(Caller caller, String id, long version) {
        Message message = records.get(caller, id, version);
        return switch (message.state()) {
            case DELIVERED, READ -> records.save(caller, MessageDraft.answered(message, caller.user()), "settled");
            case WAITING -> records.save(caller, MessageDraft.givenUp(message, caller.user()), "given up");
            case ANSWERED, GIVEN_UP -> throw refusal(message, "Settling", "nothing more is to be done with it");
        };
    }

    private static MedleyException refusal(Message message, String doing, String possible) {
        return new MedleyException(
                ErrorCode.STATE_INVALID, doing + " a message: its state is " + message.state() + "; " + possible);
    }

    @Override
    public List<Message> messages(Caller caller, PatientRef patient, Page page) {
        return records.list(caller, records.query().patient(patient).page(page.after(), page.limit()));
    }

    @Override
    public List<Message> thread(Caller caller, String thread) {
        return records.list(caller, records.query().where(THREAD, thread));
    }

    @Override
    public List<Message> open(Caller caller, Page page) {
        return records.list(caller, records.query().where(OPEN, YES).page(page.after(), page.limit()));
    }

    @Override
    public List<OfferedChannel> channels(Caller caller) {
        return channels.offered();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
