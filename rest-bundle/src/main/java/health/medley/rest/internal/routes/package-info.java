/** The routes of the capabilities, and all routes together. */
@NullMarked
package health.medley.rest.internal.routes;

import org.jspecify.annotations.NullMarked;
