package health.medley.billing.internal.month;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.store.StoreKeeper;

/** Stops what would draft or send claims while an old backup waits to be reconciled. */
final class BillingLock {
    private final StoreKeeper keeper;

    BillingLock(StoreKeeper keeper) {
        this.keeper = keeper;
    }

    /** Refuse while billing is locked. */
    void check(Caller caller, String doing) {
        if (keeper.status(caller).billingLocked()) {
            throw new MedleyException(
                    ErrorCode.BILLING_LOCKED,
                    doing + ": a backup was restored that does not know all claims that went out. Compare them with"
                            + " what the payers have, then an administrator reconciles the store with the reason.");
        }
    }
}
