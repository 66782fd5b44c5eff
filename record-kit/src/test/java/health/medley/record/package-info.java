/** Tests of the kit, and a store in memory for the tests of whoever keeps records. */
@NullMarked
package health.medley.record;

import org.jspecify.annotations.NullMarked;
