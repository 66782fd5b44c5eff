package health.medley.benchmarks.workload;

/**
 * Hold one piece of work for the patient.
 *
 * @param minutes length in minutes
 * @param day day it was done, in days since 1970-01-01
 * @param role who did it: {@code RN}, {@code LPN}, {@code MA}, {@code MD}, or {@code ADMIN}, whose time never counts
 */
public record TimeEntry(int minutes, int day, String role) {}
