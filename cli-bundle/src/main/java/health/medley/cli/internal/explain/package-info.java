/** One patient's month in words, and determinations decided again from what was recorded. */
@NullMarked
package health.medley.cli.internal.explain;

import org.jspecify.annotations.NullMarked;
