package health.medley.store.internal.commit;

import java.sql.SQLException;
import java.util.List;

/** Commits what the store itself has to say, in one transaction with what it did. */
public final class OwnCommit {

    private OwnCommit() {}

    /** Add a record to what the session's transaction holds, and commit both. */
    public static void commit(WriterSession session, CommitTask task) throws SQLException {
        Group group = new Group(session);
        List<Group.Outcome> outcomes = group.write(List.of(task));
        group.commit();
        outcomes.forEach(Group.Outcome::tell);
    }
}
