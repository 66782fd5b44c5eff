package health.medley.store.internal.keeping;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Role;
import health.medley.core.store.BackupReport;
import health.medley.core.store.ChainHead;
import health.medley.core.store.PurgePolicy;
import health.medley.core.store.PurgeReport;
import health.medley.core.store.StoreKeeper;
import health.medley.core.store.StoreStatus;
import health.medley.core.store.Verification;
import health.medley.store.internal.chain.Chain;
import health.medley.store.internal.chain.HeadsFile.Reconciled;
import health.medley.store.internal.commit.SoleTask;
import health.medley.store.internal.commit.Standing;
import health.medley.store.internal.commit.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Keeps a database: its status, its proof, its backups. */
public final class DatabaseKeeper implements StoreKeeper {

    private final RunningStore store;
    private final Proof proof;
    private final Backups backups;

    /** Keep {@code store}. */
    public DatabaseKeeper(RunningStore store) {
        this.store = store;
        this.proof = new Proof(store);
        this.backups = new Backups(store);
    }

    @Override
    public StoreStatus status(Caller caller) {
        Standing standing = store.standing();
        Opening opening = store.opening();
        List<String> remarks = new ArrayList<>();
        if (!standing.why().isEmpty()) {
            remarks.add("The store does not answer: " + standing.why() + ".");
        }
        if (!store.refusal().isEmpty()) {
            remarks.add("The last commit was refused: " + store.refusal() + ".");
        }
        opening.billingLock()
                .ifPresent(why -> remarks.add("Billing is locked: " + why
                        + ". Reconcile the claims that went out since, then say so (POST /api/store/reconciliation)."));
        if (!opening.unexported().isEmpty()) {
            remarks.add(opening.unexported());
        }
        if (opening.clockBehind()) {
            remarks.add("The clock stands before the last commit: commits keep that time. Set the clock.");
        }
        return new StoreStatus(
                standing.state(),
                store.database().product(),
                standing.schema(),
                standing.writer(),
                opening.billingLock().isPresent(),
                remarks);
    }

    @Override
    public List<ChainHead> heads(Caller caller) {
        return store.ask((statements, names) ->
                Chain.all(statements).stream().map(Chain::head).toList());
    }

    @Override
    public Verification verify(Caller caller) {
        return proof.verify(
                space -> caller.role() == Role.HOST || space.practice().equals(caller.practice()));
    }

    @Override
    public BackupReport backup(Caller caller, Path file) {
        return backups.backup(file);
    }

    @Override
    public BackupReport restore(Caller caller, Path file) {
        return backups.restore(file);
    }

    @Override
    public PurgeReport purge(Caller caller, PurgePolicy policy) {
        long records = 0;
        long versions = 0;
        PurgeReport part;
        do {
            part = alone(new Purging(caller, policy)::step);
            records += part.records();
            versions += part.versions();
        } while (part.records() > 0);
        return new PurgeReport(records, versions);
    }

    @Override
    public StoreStatus reconcile(Caller caller, String reason) {
        if (reason.isBlank()) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Unlocking billing: no reason is given; say what was done about the claims the backup does not"
                            + " know");
        }
        alone(session -> {
            if (BillingLock.reason(session.statements()).isEmpty()) {
                throw new MedleyException(
                        ErrorCode.STATE_INVALID, "Unlocking billing: it is not locked; there is nothing to reconcile");
            }
            BillingLock.remove(session.statements());
            Notes.commit(session, caller, "store.reconciliation", "{}", reason);
            store.opening().refresh(session);
            return true;
        });
        try {
            store.opening().heads().append(new Reconciled());
        } catch (IOException e) {
            throw new MedleyException(
                    ErrorCode.STORE_UNAVAILABLE,
                    "Unlocking billing: it is unlocked, but the heads file cannot be written; verifying will tell of"
                            + " what was cut off until it can",
                    e);
        }
        return status(caller);
    }

    private <T> T alone(SoleTask.Action<T> action) {
        SoleTask<T> task = new SoleTask<>(action, new CompletableFuture<>());
        store.submit(task);
        return Waiting.forResult(task.done());
    }
}
