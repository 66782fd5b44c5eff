/** The chain of hashes that proves the record. */
@NullMarked
package health.medley.store.internal.chain;

import org.jspecify.annotations.NullMarked;
