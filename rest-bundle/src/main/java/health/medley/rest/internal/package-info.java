/** over HTTP. */
@NullMarked
package health.medley.rest.internal;

import org.jspecify.annotations.NullMarked;
