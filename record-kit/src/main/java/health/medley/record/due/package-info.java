/** Days by which something is due: business days, and deadlines as data and practices write them. */
@NullMarked
package health.medley.record.due;

import org.jspecify.annotations.NullMarked;
