package health.medley.chartfhir.internal;

import org.jspecify.annotations.Nullable;

/** Takes the resources of a file as they are read. */
interface ResourceTaker {

    /** Take one resource; {@code fullUrl} is what the Bundle calls it, {@code fields} are used again for the next. */
    void accept(ResourceFields fields, @Nullable String fullUrl, Position at);
}
