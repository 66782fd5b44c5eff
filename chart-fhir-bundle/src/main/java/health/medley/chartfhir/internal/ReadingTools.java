package health.medley.chartfhir.internal;

import com.fasterxml.jackson.core.JsonFactory;

/**
 * What the reading of every file of one call shares.
 *
 * @param json makes parsers
 * @param scanner reads a resource
 * @param assembly takes it
 * @param problems takes what is wrong
 * @param limit longest line or resource in bytes
 */
record ReadingTools(
        JsonFactory json, ResourceScanner scanner, ChartAssembly assembly, ChartProblems problems, long limit) {}
