package health.medley.core.chart;

/** How a delivery of chart resources is written. */
public enum ChartFormat {
    /** FHIR R4 as NDJSON: one resource a line. */
    NDJSON,
    /** FHIR R4 as JSON: Bundles of any type, or single resources. */
    BUNDLE
}
