@NullMarked
package health.medley.rest.internal.server;

import org.jspecify.annotations.NullMarked;
