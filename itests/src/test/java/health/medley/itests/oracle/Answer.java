package health.medley.itests.oracle;

/**
 * What the oracle, or a row of determinations, says of one enrollment.
 *
 * @param key patient and program, with a number where one patient has several rows of a program
 * @param dateOfService empty for none
 */
public record Answer(
        String key,
        String status,
        String codes,
        String amount,
        String reason,
        long staffSeconds,
        long practitionerSeconds,
        String dateOfService) {}
