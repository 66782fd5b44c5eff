/** Backups, purging, reconciliation. */
@NullMarked
package health.medley.store.internal.keeping;

import org.jspecify.annotations.NullMarked;
