package health.medley.benchmarks.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Read what Linux knows of a running process. */
final class ProcessFacts {

    // USER_HZ is 100 on every Linux that runs a JVM; it is part of the kernel's interface, not a setting
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    private ProcessFacts() {}

    /** CPU time used so far, in seconds. */
    static double cpuSeconds(long pid) {
        String stat = read(Path.of("/proc", Long.toString(pid), "stat"));
        // the name in brackets may hold spaces: fields are counted from behind it
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME])) / TICKS_PER_SECOND;
    }

    /** Resident memory now, in MiB. */
    static double rssMegabytes(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        return read(status)
                        .lines()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("Reading " + status + ": expected a line VmRSS"))
                / 1024.0;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Reading " + file + " failed; the run needs Linux and a process that is still running", e);
        }
    }
}
