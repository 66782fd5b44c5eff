/** Charts that nobody would write, found by Jazzer. */
package health.medley.chartfhir.internal;
