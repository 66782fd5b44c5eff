/** store: the record on SQLite and PostgreSQL. */
@NullMarked
package health.medley.store.internal;

import org.jspecify.annotations.NullMarked;
