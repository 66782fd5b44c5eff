/** Reading, each call at one moment. */
@NullMarked
package health.medley.store.internal.read;

import org.jspecify.annotations.NullMarked;
