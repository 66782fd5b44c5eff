/** Requests that nobody would send, found by Jazzer. */
package health.medley.rest.internal.server;
