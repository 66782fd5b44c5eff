@NullMarked
package health.medley.rest.internal.routes;

import org.jspecify.annotations.NullMarked;
