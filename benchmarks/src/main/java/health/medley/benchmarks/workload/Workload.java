package health.medley.benchmarks.workload;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Make the rows. The same mix and number of rows give the same rows on every machine; the standard mix gives the rows
 * the peers' published figures were measured on.
 */
public final class Workload {

    /** Seed of both mixes. */
    public static final long SEED = 20240601L;

    private static final String[] STAFF_ROLES = {"RN", "LPN", "MA"};

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Mix mix;

    private Workload(Mix mix) {
        this.mix = mix;
    }

    /** Make {@code rows} rows of a mix. */
    public static PatientRow[] of(Mix mix, int rows) {
        Workload workload = new Workload(mix);
        PatientRow[] made = new PatientRow[rows];
        for (int id = 0; id < rows; id++) {
            made[id] = workload.row(id);
        }
        return made;
    }

    // The order of the draws is part of the workload: another order gives other rows.
    private PatientRow row(int id) {
        int year = 2024 + random.nextInt(2);
        LocalDate first = LocalDate.of(year, 1 + random.nextInt(12), 1);
        int start = (int) first.toEpochDay();
        int end = start + first.lengthOfMonth() - 1;
        String[] conditions = conditions();
        int consent = random.nextInt(100) < mix.statedPercent ? 1 : random.nextInt(2) * 2;
        int consentDay = consent == 0 ? 0 : start - 400 + random.nextInt(mix.consentSpreadDays);
        int carePlanDay = random.nextInt(100) < mix.statedPercent ? carePlanDay(start, end) : 0;
        int staffEntries = mix.fewestStaffEntries + random.nextInt(11 - mix.fewestStaffEntries);
        TimeEntry[] staff = entries(staffEntries, start, end, 3, 23, true);
        TimeEntry[] practitioner = entries(random.nextInt(4), start, end, 5, 30, false);
        String[] others = new String[random.nextInt(4)];
        for (int i = 0; i < others.length; i++) {
            others[i] = random.nextInt(100) < 6 ? any(CodeTables.EXCLUDING) : any(CodeTables.HARMLESS);
        }
        int decisionMaking = random.nextInt(4);
        return new PatientRow(
                id,
                year,
                start,
                end,
                conditions,
                consent,
                consentDay,
                carePlanDay,
                staff,
                practitioner,
                decisionMaking,
                others);
    }

    private String[] conditions() {
        String[] codes = new String[mix.fewestConditions + random.nextInt(13 - mix.fewestConditions)];
        for (int i = 0; i < codes.length; i++) {
            boolean chronic = random.nextInt(mix.chronicOutOf) < mix.chronicParts;
            codes[i] = any(chronic ? CodeTables.CHRONIC : CodeTables.ACUTE);
        }
        return codes;
    }

    private int carePlanDay(int start, int end) {
        return random.nextInt(3) == 0
                ? start + random.nextInt(end - start + 1)
                : start - random.nextInt(mix.planSpreadDays);
    }

    private TimeEntry[] entries(int count, int start, int end, int shortest, int longest, boolean staff) {
        TimeEntry[] made = new TimeEntry[count];
        for (int i = 0; i < count; i++) {
            boolean outside = random.nextInt(20) == 0;
            int day = outside ? start - 1 - random.nextInt(5) : start + random.nextInt(end - start + 1);
            int minutes = shortest + random.nextInt(longest - shortest + 1);
            made[i] = new TimeEntry(minutes, day, staff ? staffRole() : "MD");
        }
        return made;
    }

    private String staffRole() {
        return random.nextInt(10) == 0 ? "ADMIN" : STAFF_ROLES[random.nextInt(3)];
    }

    private String any(List<String> codes) {
        return codes.get(random.nextInt(codes.size()));
    }
}
