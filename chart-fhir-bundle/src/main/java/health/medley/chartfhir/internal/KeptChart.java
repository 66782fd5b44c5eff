package health.medley.chartfhir.internal;

import health.medley.core.store.StoredRecord;
import java.util.Optional;

/**
 * Hold a chart and the records it was read from.
 *
 * @param chart the chart
 * @param facts its record of facts; empty if the chart is new
 * @param details its record of details; empty likewise
 */
record KeptChart(ChartDocument chart, Optional<StoredRecord> facts, Optional<StoredRecord> details) {}
