/** The description of the interface (OpenAPI 3.1), generated from the routes and the records they speak. */
@NullMarked
package health.medley.rest.internal.openapi;

import org.jspecify.annotations.NullMarked;
