@NullMarked
package health.medley.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
