package health.medley.store.internal.commit;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Request;
import health.medley.core.store.Authorship;
import health.medley.core.store.Commit;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.StoredRecord;
import health.medley.store.internal.chain.Chain;
import health.medley.store.internal.chain.ChainHasher;
import health.medley.store.internal.chain.Link;
import health.medley.store.internal.read.Reading.Done;
import health.medley.store.internal.read.RecordRows;
import health.medley.store.internal.read.Texts;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Commits of several callers in one transaction. Each is decided by what was read and what those before it in the group
 * come to, so that a refused one leaves no trace and fails no other; only then all is written.
 */
final class Group {

    private final WriterSession session;
    private final ChainHasher hasher = new ChainHasher();
    private final Known known = new Known();
    private final Numbering numbering;
    private final List<NewVersion> versions = new ArrayList<>();
    private final Map<Known.Asked, Done> requests = new HashMap<>();
    private final Map<Known.Asked, Commit> answered = new HashMap<>();
    private Chain end;

    Group(WriterSession session) {
        this.session = session;
        this.numbering = new Numbering(session.statements(), session.names());
        this.end = session.chain();
    }

    /** What came of a task: a commit or a refusal. */
    record Outcome(
            CommitTask task,
            @Nullable Commit commit,
            @Nullable MedleyException refusal) {

        void tell() {
            if (commit != null) {
                task.done().complete(commit);
            } else {
                task.done().completeExceptionally(refusal);
            }
        }
    }

    /** Decide the tasks and write what is to be committed; the transaction stays open. */
    List<Outcome> write(List<CommitTask> tasks) throws SQLException {
        known.load(tasks, numbering, session.statements(), session.database().lockingHeads());
        List<Outcome> outcomes = new ArrayList<>();
        for (CommitTask task : tasks) {
            try {
                outcomes.add(new Outcome(task, decide(task), null));
            } catch (MedleyException refusal) {
                outcomes.add(new Outcome(task, null, refusal));
            }
        }
        if (!versions.isEmpty()) {
            new GroupRows(session.statements()).write(versions, known, requests);
            end.save(session.statements());
        }
        return outcomes;
    }

    /** The end of the chain once this is committed. */
    Chain end() {
        return end;
    }

    /** Make it durable. */
    void commit() throws SQLException {
        session.commit(end);
        numbering.committed();
    }

    private Commit decide(CommitTask task) throws SQLException {
        if (task.request().isPresent()) {
            Request request = task.request().get();
            Done done = known.done(Known.Asked.of(task, request));
            if (done != null) {
                return again(task, request, done);
            }
        }
        Map<Slot, String> taken = check(task);
        long at = Math.max(session.millis(), end.at());
        List<StoredRecord> records = new ArrayList<>();
        long first = Chain.entry(end.writer(), end.sequence() + 1);
        long author = numbering.author(task.author());
        for (PreparedDraft prepared : task.drafts()) {
            records.add(append(task, prepared, at, author));
        }
        known.putHolders(taken);
        Commit commit = new Commit(records, false);
        task.request()
                .ifPresent(
                        request -> done(task, request, new Done(request.fingerprint(), first, records.size()), commit));
        return commit;
    }

    private void done(CommitTask task, Request request, Done done, Commit commit) {
        Known.Asked asked = Known.Asked.of(task, request);
        known.put(asked, done);
        requests.put(asked, done);
        answered.put(asked, commit);
    }

    private Commit again(CommitTask task, Request request, Done done) throws SQLException {
        Refusals.refuseReuse(request, done);
        Commit now = answered.get(Known.Asked.of(task, request));
        if (now != null) {
            return new Commit(now.records(), true);
        }
        return new Commit(new RecordRows(session.statements(), session.names()).of(done), true);
    }

    private Map<Slot, String> check(CommitTask task) throws SQLException {
        Map<Slot, String> changed = new HashMap<>();
        for (PreparedDraft prepared : task.drafts()) {
            RecordDraft draft = prepared.draft();
            Slot slot = slot(prepared);
            Head head = known.head(slot);
            long version = head == null ? 0 : head.version();
            if (version != draft.expected()) {
                throw Refusals.changed(draft, version);
            }
            if (head != null) {
                Texts.keys(head.keys()).forEach(key -> changed.put(new Slot(slot.space(), key), ""));
            }
        }
        for (PreparedDraft prepared : task.drafts()) {
            take(prepared, changed);
        }
        return changed;
    }

    private void take(PreparedDraft prepared, Map<Slot, String> changed) throws SQLException {
        for (String key : prepared.draft().uniqueKeys()) {
            Slot slot = new Slot(numbering.space(prepared.space()), key);
            String holder = changed.containsKey(slot) ? changed.get(slot) : known.holder(slot);
            if (holder != null && !holder.isEmpty()) {
                throw new MedleyException(
                        ErrorCode.KEY_TAKEN,
                        "Committing a record of kind " + prepared.draft().key().kind()
                                + ": another record holds one of its unique keys; read that one and change it instead");
            }
            changed.put(slot, prepared.draft().key().id());
        }
    }

    private StoredRecord append(CommitTask task, PreparedDraft prepared, long earliest, long author)
            throws SQLException {
        RecordDraft draft = prepared.draft();
        Slot slot = slot(prepared);
        Head before = known.head(slot);
        long at = before == null ? earliest : Math.max(earliest, before.at());
        long sequence = end.sequence() + 1;
        long entry = Chain.entry(end.writer(), sequence);
        Head head = new Head(
                draft.expected() + 1,
                entry,
                draft.patient().map(patient -> patient.value()).orElse(null),
                draft.month().map(Object::toString).orElse(null),
                prepared.fields(),
                prepared.keys(),
                at);
        long previous = before == null ? 0 : before.entry();
        byte[] hash = hasher.next(end.hash(), link(task, prepared, head, sequence, previous), prepared.content());
        versions.add(new NewVersion(entry, slot.space(), prepared, head, previous, author, hash));
        known.put(slot, head);
        end = new Chain(end.writer(), sequence, hash, Math.max(at, end.at()));
        return stored(draft, head, task.author().at(at));
    }

    private Link link(CommitTask task, PreparedDraft prepared, Head head, long sequence, long previous) {
        RecordDraft draft = prepared.draft();
        return new Link(
                end.writer(),
                sequence,
                prepared.space(),
                draft.key().id(),
                head.version(),
                previous,
                draft.schema(),
                head.patient(),
                head.month(),
                prepared.keys(),
                draft.reason(),
                head.at(),
                task.author());
    }

    private static StoredRecord stored(RecordDraft draft, Head head, Authorship by) {
        return new StoredRecord(
                draft.key(),
                head.version(),
                draft.schema(),
                draft.body(),
                draft.patient(),
                draft.month(),
                draft.index(),
                draft.reason(),
                by);
    }

    private Slot slot(PreparedDraft prepared) throws SQLException {
        return new Slot(
                numbering.space(prepared.space()), prepared.draft().key().id());
    }
}
