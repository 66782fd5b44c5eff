/** The frame of the HTTP edge: routes are declared as data, a handler takes a call and gives a reply. */
@NullMarked
package health.medley.rest.internal.http;

import org.jspecify.annotations.NullMarked;
