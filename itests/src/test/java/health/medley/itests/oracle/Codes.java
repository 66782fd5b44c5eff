package health.medley.itests.oracle;

import java.util.ArrayList;
import java.util.List;

/** Codes and units from seconds, as the unit arithmetic of the rules says. */
final class Codes {
    static final long STAFF_FLOOR = 20 * 60;
    static final long STAFF_BLOCK = 20 * 60;
    static final long COMPLEX_FLOOR = 60 * 60;
    static final long BLOCK_30 = 30 * 60;

    final List<String> lines = new ArrayList<>();
    /** Reason of the track's fall-back; empty without one. */
    String fallBack = "";

    boolean staffCapped;
    boolean beyondMue;
    /** Whether there was time for a further personal block in a year that has no code for it. */
    boolean noAddOn;

    boolean personal;
    private final int year;

    private Codes(int year) {
        this.year = year;
    }

    /**
     * @param staff seconds of staff
     * @param personally seconds of the practitioner
     * @param pooled seconds of both, each once
     * @param year year of service: the further blocks have other codes, or none, in earlier years
     */
    static Codes of(String track, long staff, long personally, long pooled, boolean mdm, boolean action, int year) {
        Codes codes = new Codes(year);
        if (track.equals("practitioner") && personally >= BLOCK_30) {
            codes.personal(personally);
        } else if (track.equals("complex") && pooled >= COMPLEX_FLOOR && mdm && action) {
            codes.complex(pooled);
        } else if (pooled >= STAFF_FLOOR) {
            codes.staff(pooled);
            codes.fallBack = fallBack(track, personally, pooled, action);
        }
        return codes;
    }

    private static String fallBack(String track, long personally, long pooled, boolean action) {
        if (track.equals("complex")) {
            if (pooled < COMPLEX_FLOOR) {
                return "COMPLEX_TIME_BELOW_60";
            }
            return action ? "COMPLEX_MDM_NOT_MET" : "COMPLEX_PLAN_NOT_MET";
        }
        if (track.equals("practitioner")) {
            return personally == 0 ? "WRONG_PERFORMER_99491" : "PRACT_TIME_COUNTS_AS_STAFF";
        }
        return "";
    }

    private void staff(long pooled) {
        long addOns = (pooled - STAFF_FLOOR) / STAFF_BLOCK;
        staffCapped = addOns > 2;
        line("99490", 1);
        line(year == 2020 ? "G2058" : "99439", Math.min(2, addOns));
    }

    private void complex(long pooled) {
        long addOns = (pooled - COMPLEX_FLOOR) / BLOCK_30;
        beyondMue = addOns > 10;
        line("99487", 1);
        line("99489", Math.min(10, addOns));
    }

    private void personal(long personally) {
        long addOns = (personally - BLOCK_30) / BLOCK_30;
        personal = true;
        line("99491", 1);
        if (year < 2022) {
            noAddOn = addOns > 0;
            return;
        }
        beyondMue = addOns > 2;
        line("99437", Math.min(2, addOns));
    }

    private void line(String code, long units) {
        if (units > 0) {
            lines.add(code + "x" + units);
        }
    }

    @Override
    public String toString() {
        return String.join(";", lines);
    }
}
