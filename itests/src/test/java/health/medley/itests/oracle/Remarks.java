package health.medley.itests.oracle;

import health.medley.itests.oracle.SecondCounter.Why;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** The later reasons: below the floor, and what is remarked on a bill. */
final class Remarks {

    /** Codes from seconds of staff, of the practitioner, and of both. */
    interface Coder {
        Codes codes(long staff, long personally, long pooled);
    }

    private static final Set<String> STAFF_FAMILY = Set.of("99490", "99439", "G2058");
    private static final Set<String> COMPLEX_FAMILY = Set.of("99487", "99489");
    private static final Set<String> PERSONAL_FAMILY = Set.of("99491", "99437");

    private Remarks() {}

    /** Seconds there would be if one reason did not exclude. */
    static long pooledBut(Month m, Why why) {
        return SecondCounter.size(
                m.time.staff, m.time.practitioner, m.time.staffBut.get(why), m.time.practitionerBut.get(why));
    }

    static String belowFloor(Month m) {
        if (reaches(m, Why.CONSENT, "minutes_before_consent")) {
            return "TIME_BEFORE_CONSENT";
        }
        if (reaches(m, Why.CLERICAL, "nonclinical_minutes")) {
            return "NONCLINICAL_TIME";
        }
        if (reaches(m, Why.DEATH, "")) {
            return "TIME_AFTER_DEATH";
        }
        if (reaches(m, Why.INPATIENT, "")) {
            return "INPATIENT_TIME";
        }
        if (m.facts.containsKey("foreign_minutes") && pooled(m) + m.minutes("foreign_minutes") >= Codes.STAFF_FLOOR) {
            return "OUTSIDE_US";
        }
        if (reaches(m, Why.OTHER_PROGRAM, "")) {
            return "DOUBLE_COUNT_" + m.time.otherPrograms.iterator().next().toUpperCase(java.util.Locale.ROOT);
        }
        String before = m.month.getMonthValue() == 2 ? "january_minutes" : "february_minutes";
        return reaches(m, Why.OTHER_MONTH, before) ? "NO_CARRY_OVER" : "TIME_BELOW_20";
    }

    private static boolean reaches(Month m, Why why, String fact) {
        return pooledBut(m, why) + m.minutes(fact) >= Codes.STAFF_FLOOR;
    }

    private static long pooled(Month m) {
        return SecondCounter.size(m.time.staff, m.time.practitioner);
    }

    static String onBill(Month m, Codes codes, Coder coder) {
        String refused = refused(m, codes);
        if (!refused.isEmpty()) {
            return refused;
        }
        if (!codes.fallBack.isEmpty()) {
            return codes.fallBack;
        }
        if (codes.personal && SecondCounter.size(m.time.staff) >= Codes.STAFF_FLOOR) {
            return "EXCLUSIVE_99490_99491";
        }
        String revoked = m.enrollment.get("consent_revoked_date");
        if (!revoked.isEmpty() && YearMonth.parse(revoked.substring(0, 7)).equals(m.month)) {
            return "REVOCATION_END_OF_MONTH";
        }
        if (m.time.split || m.facts.containsKey("january_minutes") || m.facts.containsKey("february_minutes")) {
            return "MONTH_BOUNDARY";
        }
        return onTime(m, codes, coder);
    }

    private static String onTime(Month m, Codes codes, Coder coder) {
        long sum = codes.personal ? m.time.practitionerSum : m.time.staffSum + m.time.practitionerSum;
        long union = codes.personal ? SecondCounter.size(m.time.practitioner) : pooled(m);
        if (union < sum) {
            return "CONCURRENT_STAFF_ONCE";
        }
        if (differs(m, codes, coder, Why.CONSENT)) {
            return "TIME_BEFORE_CONSENT";
        }
        if (differs(m, codes, coder, Why.DEATH)) {
            return "TIME_AFTER_DEATH";
        }
        long staff = SecondCounter.size(m.time.staff);
        if (!codes.personal && !coder.codes(staff, 0, staff).lines.equals(codes.lines)) {
            return "PRACT_TIME_COUNTS_AS_STAFF";
        }
        if (codes.staffCapped) {
            return "ADDON_CAP_2";
        }
        if (codes.noAddOn) {
            return "NO_ADDON_BEFORE_2022";
        }
        if (Tariff.facility(m.placeOfService)) {
            return "FACILITY_RATE";
        }
        boolean facility = Tariff.facility(m.placeOfService);
        if (m.facts.containsKey("dos") && Month.TARIFF.changesWithin(code(codes), m.month, facility)) {
            return "RATE_BY_DOS";
        }
        return "OK";
    }

    private static boolean differs(Month m, Codes codes, Coder coder, Why why) {
        BitSet staff = SecondCounter.union(m.time.staff, m.time.staffBut.get(why));
        BitSet personally = SecondCounter.union(m.time.practitioner, m.time.practitionerBut.get(why));
        Codes with = coder.codes(staff.cardinality(), personally.cardinality(), SecondCounter.size(staff, personally));
        return !with.lines.equals(codes.lines);
    }

    private static String code(Codes codes) {
        return codes.lines.get(0).substring(0, 5);
    }

    /** What {@code requested} asked and was refused; empty if nothing. */
    private static String refused(Month m, Codes codes) {
        String requested = m.facts.getOrDefault("requested", "");
        if (requested.isEmpty()) {
            return "";
        }
        List<String> asked = List.of(requested.split("\\+"));
        for (String code : asked) {
            if (!Month.TARIFF.validIn(code, m.month)) {
                return "CODE_NOT_VALID_FOR_DOS";
            }
        }
        boolean staff = !any(asked, STAFF_FAMILY).isEmpty();
        boolean complex = !any(asked, COMPLEX_FAMILY).isEmpty();
        boolean personal = !any(asked, PERSONAL_FAMILY).isEmpty();
        if (staff && personal) {
            return "EXCLUSIVE_99490_99491";
        }
        if (complex && personal) {
            return "EXCLUSIVE_99487_99491";
        }
        if (asked.contains("99490") && asked.contains("99487")) {
            return "COMPLEX_AND_NONCOMPLEX_EXCLUSIVE";
        }
        if (staff && complex) {
            return "ADDON_WRONG_PRIMARY";
        }
        return asked.equals(List.of("99437")) && !codes.personal ? "ADDON_WITHOUT_PRIMARY" : "";
    }

    private static List<String> any(List<String> asked, Set<String> family) {
        List<String> found = new ArrayList<>(asked);
        found.retainAll(family);
        return found;
    }
}
