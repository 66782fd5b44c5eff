/** Streams charts from folders of FHIR R4 files. */
@NullMarked
package health.medley.chartfhir.internal;

import org.jspecify.annotations.NullMarked;
