/** The record on SQLite, in one file. */
@NullMarked
package health.medley.store.internal.sqlite;

import org.jspecify.annotations.NullMarked;
