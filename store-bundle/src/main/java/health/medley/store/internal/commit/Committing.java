package health.medley.store.internal.commit;

import health.medley.store.internal.database.Failure;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commits groups on one session and tells their callers. Used by the store's thread alone. */
final class Committing {

    private static final int ATTEMPTS = 8;

    private final WriterSession session;
    private @Nullable Doubt doubt;
    private String refusal = "";

    Committing(WriterSession session) {
        this.session = session;
    }

    /** What was in doubt when the session was lost; null if nothing. */
    @Nullable
    Doubt doubt() {
        return doubt;
    }

    /** Why the last group was not written; empty if it was. */
    String refusal() {
        return refusal;
    }

    /** Commit tasks in one transaction, or one by one where other writers come between. */
    void commit(List<CommitTask> tasks) throws SQLException {
        try {
            decide(tasks);
        } catch (SQLException | RuntimeException | Error e) {
            // nobody is left waiting for an answer that will not come; who has one already keeps it
            List<CommitTask> doubtful = doubt == null ? List.of() : doubt.tasks();
            tasks.stream()
                    .filter(task -> !doubtful.contains(task))
                    .forEach(task -> task.fail(Refusals.unknown("the database failed while committing")));
            throw e;
        }
    }

    private void decide(List<CommitTask> tasks) throws SQLException {
        if (attempt(tasks)) {
            return;
        }
        for (CommitTask task : tasks) {
            int left = ATTEMPTS;
            while (left > 0 && !attempt(List.of(task))) {
                left--;
            }
            if (left == 0) {
                task.fail(Refusals.contended());
            }
        }
    }

    /** Whether it was decided; not if another writer came between. */
    private boolean attempt(List<CommitTask> tasks) throws SQLException {
        Group group = new Group(session);
        List<Group.Outcome> outcomes = List.of();
        try {
            outcomes = group.write(tasks);
            group.commit();
            refusal = "";
        } catch (SQLException e) {
            return afterFailure(e, tasks, outcomes, group);
        } catch (RuntimeException e) {
            tasks.forEach(task -> task.fail(e));
            session.rollBack();
            return true;
        }
        outcomes.forEach(Group.Outcome::tell);
        return true;
    }

    private boolean afterFailure(SQLException e, List<CommitTask> tasks, List<Group.Outcome> outcomes, Group group)
            throws SQLException {
        Failure failure = session.database().failure(e);
        if (failure == Failure.LOST && !outcomes.isEmpty()) {
            doubt = new Doubt(outcomes, group.end());
            throw e;
        }
        if (failure == Failure.LOST || failure == Failure.FATAL) {
            throw e;
        }
        if (failure == Failure.CONFLICT) {
            session.rollBack();
            return false;
        }
        refusal = "the database refuses to write (" + e.getMessage() + "); nothing was committed: make room or mend the"
                + " rights of its directory, and try again";
        RuntimeException why = Refusals.unavailable(refusal);
        // told first: undoing it may fail in turn
        tasks.forEach(task -> task.fail(why));
        session.rollBack();
        return true;
    }
}
