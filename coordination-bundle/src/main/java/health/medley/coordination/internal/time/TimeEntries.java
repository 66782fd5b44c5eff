package health.medley.coordination.internal.time;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.coordination.internal.practice.LocalPractice;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.RecordStore;
import health.medley.core.store.StoredRecord;
import health.medley.core.time.KeptTime;
import health.medley.core.time.NewTime;
import health.medley.record.RecordIds;
import health.medley.record.RecordKind;
import health.medley.record.Records;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes entries of stated time, and says how they are kept. */
public final class TimeEntries {

    /** The kind of entries. */
    static final String KIND = "time-entry";
    /** The index field of the external id. */
    static final String EXTERNAL = "external";
    /** The index field of the second month, of an entry that touches two. */
    static final String UNTIL = "until";

    private static final String DOING = "Recording time";

    private final RecordKind<KeptTime> kind;
    private final RecordIds ids;
    private final Clock clock;

    /** Make entries with these ids, as of {@code clock}. */
    public TimeEntries(ObjectMapper mapper, RecordIds ids, Clock clock) {
        kind = RecordKind.of(KIND, 1, KeptTime.class, mapper)
                .ofPatient(KeptTime::patient)
                .inMonth(KeptTime::month)
                .foundBy(TimeEntries::index)
                .unique(entry ->
                        entry.externalId().map(id -> Set.of("external/" + id)).orElse(Set.of()));
        this.ids = ids;
        this.clock = clock;
    }

    private static Map<String, String> index(KeptTime entry) {
        Map<String, String> fields = new HashMap<>();
        entry.externalId().ifPresent(id -> fields.put(EXTERNAL, id));
        entry.until().ifPresent(month -> fields.put(UNTIL, month.toString()));
        return fields;
    }

    Records<KeptTime> in(RecordStore store) {
        return new Records<>(store, kind);
    }

    /** The draft of an entry's first version. */
    public RecordDraft draft(KeptTime fresh) {
        return kind.draft(fresh, Optional.empty(), "");
    }

    KeptTime value(StoredRecord stored) {
        return kind.value(stored);
    }

    /** Make an entry of what is stated now; {@code source} says what it was made of. */
    public KeptTime fresh(LocalPractice practice, PatientRef patient, NewTime time, Optional<String> source) {
        Instant now = now();
        return of(practice, ids.next(), 0, patient, time, source, now, now, Optional.empty());
    }

    /** Make the version that corrects {@code wrong}. */
    KeptTime corrected(LocalPractice practice, KeptTime wrong, NewTime right, String reason) {
        return of(
                practice,
                wrong.id(),
                wrong.version(),
                wrong.patient(),
                right,
                wrong.source(),
                wrong.recordedAt(),
                now(),
                Optional.of(reason));
    }

    /** Make the version that withdraws an entry. */
    KeptTime withdrawn(KeptTime entry, String reason) {
        return new KeptTime(
                entry.id(),
                entry.version(),
                entry.patient(),
                entry.month(),
                entry.start(),
                entry.end(),
                entry.performer(),
                entry.role(),
                entry.kind(),
                entry.program(),
                entry.note(),
                entry.externalId(),
                entry.source(),
                entry.until(),
                entry.recordedAt(),
                now(),
                entry.late(),
                true,
                Optional.of(reason));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static KeptTime of(
            LocalPractice practice,
            String id,
            long version,
            PatientRef patient,
            NewTime time,
            Optional<String> source,
            Instant recordedAt,
            Instant now,
            Optional<String> reason) {
        Instant start = time.start().toInstant();
        Instant end = time.end().toInstant();
        practice.refuseFuture(end, now, DOING);
        ServiceMonth month = practice.month(start);
        // an entry that ends at midnight touches the month before only
        ServiceMonth last = end.isAfter(start) ? practice.month(end.minusSeconds(1)) : month;
        boolean late = !now.isBefore(last.end(practice.zone())) || now.isAfter(end.plus(practice.lateAfter()));
        return new KeptTime(
                id,
                version,
                patient,
                month,
                time.start(),
                time.end(),
                time.performer(),
                time.role(),
                time.kind(),
                time.program(),
                time.note(),
                time.externalId(),
                source,
                last.equals(month) ? Optional.empty() : Optional.of(last),
                recordedAt,
                now,
                late,
                false,
                reason);
    }

    /** Whether an entry says the same as {@code time}. */
    static boolean says(KeptTime entry, PatientRef patient, NewTime time) {
        return entry.patient().equals(patient)
                && entry.start().isEqual(time.start())
                && entry.end().isEqual(time.end())
                && entry.performer().equals(time.performer())
                && entry.role() == time.role()
                && entry.kind().equals(time.kind())
                && entry.program().equals(time.program())
                && entry.note().equals(time.note());
    }
}
