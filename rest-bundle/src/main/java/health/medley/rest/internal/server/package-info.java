/** The server behind the routes: requests are checked, handed over and answered; tokens, jobs and the audit trail. */
@NullMarked
package health.medley.rest.internal.server;

import org.jspecify.annotations.NullMarked;
