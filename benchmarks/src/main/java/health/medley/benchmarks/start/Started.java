package health.medley.benchmarks.start;

/**
 * Hold what one cold start took, up to the moment the platform said it was ready.
 *
 * @param wallSeconds from the command to ready
 * @param cpuSeconds user and system time of the Java process until then
 * @param rssMegabytes memory of that process resident at that moment, in units of 1024 * 1024 bytes
 */
record Started(double wallSeconds, double cpuSeconds, double rssMegabytes) {}
