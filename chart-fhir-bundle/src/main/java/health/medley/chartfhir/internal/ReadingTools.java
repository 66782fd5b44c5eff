package health.medley.chartfhir.internal;

import com.fasterxml.jackson.core.JsonFactory;

/**
 * What the reading of every file of one call shares.
 *
 * @param json makes parsers
 * @param scanner reads a resource
 * @param taker takes it
 * @param problems takes what is wrong
 * @param limit longest line or resource in bytes
 * @param forCare whether medications and allergies are read, too
 */
record ReadingTools(
        JsonFactory json,
        ResourceScanner scanner,
        ResourceTaker taker,
        ChartProblems problems,
        long limit,
        boolean forCare) {}
