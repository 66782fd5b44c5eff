package health.medley.store.internal.keeping;

import health.medley.core.Caller;
import health.medley.core.store.Changes;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.RecordKey;
import health.medley.record.RecordIds;
import health.medley.store.internal.commit.CommitTask;
import health.medley.store.internal.commit.OwnCommit;
import health.medley.store.internal.commit.WriterSession;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Records that the store makes of what it does itself. */
final class Notes {

    private static final RecordIds IDS = new RecordIds(Clock.systemUTC());

    private Notes() {}

    /** Write a record, and commit it with what was written on the session before. */
    static void commit(WriterSession session, Caller caller, String kind, String body, String reason)
            throws SQLException {
        RecordDraft draft = new RecordDraft(
                new RecordKey(kind, IDS.next()),
                0,
                1,
                body,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Set.of(),
                reason);
        OwnCommit.commit(session, CommitTask.of(caller, new Changes(List.of(draft), Optional.empty())));
    }
}
