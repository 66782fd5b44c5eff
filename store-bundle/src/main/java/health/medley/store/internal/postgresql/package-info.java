/** The record on PostgreSQL. */
@NullMarked
package health.medley.store.internal.postgresql;

import org.jspecify.annotations.NullMarked;
