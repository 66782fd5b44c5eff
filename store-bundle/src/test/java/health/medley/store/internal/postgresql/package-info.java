/** The record on a real PostgreSQL that the tests start by themselves. */
@NullMarked
package health.medley.store.internal.postgresql;

import org.jspecify.annotations.NullMarked;
