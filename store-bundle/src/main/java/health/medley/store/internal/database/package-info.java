/** What differs between the databases, and what every one of them needs: migrations, statements, settings. */
@NullMarked
package health.medley.store.internal.database;

import org.jspecify.annotations.NullMarked;
