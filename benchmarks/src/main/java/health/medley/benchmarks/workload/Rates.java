package health.medley.benchmarks.workload;

/**
 * Hold what the codes pay in a year, in cents. Illustrative amounts: they make the families compete, they are not fees.
 *
 * @param staff 99490
 * @param staffMore 99439, each unit
 * @param complex 99487
 * @param complexMore 99489, each unit
 * @param practitioner 99491
 * @param practitionerMore 99437, each unit
 */
public record Rates(int staff, int staffMore, int complex, int complexMore, int practitioner, int practitionerMore) {

    private static final Rates OF_2024 = new Rates(6258, 4744, 13319, 7158, 8329, 5907);
    private static final Rates OF_2025 = new Rates(6049, 4593, 13165, 7052, 8216, 5758);

    /** The rates of 2024 or 2025. */
    public static Rates of(int year) {
        return year == 2024 ? OF_2024 : OF_2025;
    }
}
