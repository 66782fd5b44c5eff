/** Values of core as records of the store: their ids, their JSON, their versions. */
@NullMarked
package health.medley.record;

import org.jspecify.annotations.NullMarked;
