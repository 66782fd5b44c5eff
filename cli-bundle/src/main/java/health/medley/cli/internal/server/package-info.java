/** The data directory and the server that may be running on it. */
@NullMarked
package health.medley.cli.internal.server;

import org.jspecify.annotations.NullMarked;
