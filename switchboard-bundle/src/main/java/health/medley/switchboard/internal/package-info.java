/** Ports, routing, generations and the rule library: how calls find the provider that answers. */
@NullMarked
package health.medley.switchboard.internal;

import org.jspecify.annotations.NullMarked;
