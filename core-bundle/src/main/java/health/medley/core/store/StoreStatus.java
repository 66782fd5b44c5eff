package health.medley.core.store;

import java.util.List;
import java.util.Objects;

/**
 * Say how the store is.
 *
 * @param state whether it answers
 * @param database which database, with its version: {@code SQLite 3.53.4}; without address, user or password
 * @param schema version of the database's schema, 0 while it is not known
 * @param writer number of the chain that this process writes, 0 while it writes none
 * @param billingLocked whether an old backup was restored and nobody has reconciled it: months are not closed, no claim
 *     is drafted or corrected until then
 * @param remarks what an operator should know, one sentence each with the next step; empty if there is nothing
 */
public record StoreStatus(
        StoreState state, String database, int schema, int writer, boolean billingLocked, List<String> remarks) {
    /** Copy the remarks. */
    public StoreStatus {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(database, "database");
        remarks = List.copyOf(remarks);
    }

    /** Whether records can be read and committed now. */
    public boolean ready() {
        return state == StoreState.READY;
    }
}
