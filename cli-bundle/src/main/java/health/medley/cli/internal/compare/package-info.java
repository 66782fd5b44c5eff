/** Two versions of a rule set beside each other: what changes, for whom, and what the version number must say. */
@NullMarked
package health.medley.cli.internal.compare;

import org.jspecify.annotations.NullMarked;
