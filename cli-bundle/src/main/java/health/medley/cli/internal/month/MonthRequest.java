package health.medley.cli.internal.month;

import health.medley.core.ServiceMonth;
import java.nio.file.Path;

/**
 * Asks for a practice's month.
 *
 * @param practice the practice directory
 * @param month the month
 * @param out the folder for the results; made if it is not there
 */
public record MonthRequest(Path practice, ServiceMonth month, Path out) {}
