/** Rule evaluation: Medley's plan beside hand-written Java and Drools. */
@NullMarked
package health.medley.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
