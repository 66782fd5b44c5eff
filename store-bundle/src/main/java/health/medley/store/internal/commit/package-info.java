/** Commits, in groups, by one thread. */
@NullMarked
package health.medley.store.internal.commit;

import org.jspecify.annotations.NullMarked;
