package health.medley.store.internal.commit;

import health.medley.store.internal.chain.Chain;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * A group whose connection was lost while it was committed: whether it is there is seen by the end of its chain.
 *
 * @param outcomes what to tell if it is there
 * @param end the end of the chain after it
 */
record Doubt(List<Group.Outcome> outcomes, Chain end) {

    boolean isThere(WriterSession session) throws SQLException {
        PreparedStatement select = session.statements().of("SELECT chain_hash FROM version WHERE entry = ?");
        select.setLong(1, end.entry());
        try (ResultSet row = select.executeQuery()) {
            return row.next() && Arrays.equals(row.getBytes(1), end.hash());
        }
    }

    List<CommitTask> tasks() {
        return outcomes.stream().map(Group.Outcome::task).toList();
    }

    void fail(RuntimeException why) {
        outcomes.forEach(outcome -> outcome.task().fail(why));
    }
}
