/** The routes of the platform itself: its health, ports, rules, bundles, tokens and jobs. */
@NullMarked
package health.medley.rest.internal.platform;

import org.jspecify.annotations.NullMarked;
