@NullMarked
package health.medley.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
