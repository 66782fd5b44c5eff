/** Inputs that nobody would write, found by Jazzer. */
package health.medley.fuzz;
