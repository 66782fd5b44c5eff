package health.medley.benchmarks.drools;

import health.medley.benchmarks.workload.Answer;

/** What the rules of the DRL files match and insert. */
public final class Facts {

    private Facts() {}

    /** A code of the problem list. */
    public record Condition(String code) {}

    /** A code already on a claim. */
    public record OtherCode(String code) {}

    /** Work of clinical staff. */
    public record StaffTime(int minutes, int day, String role) {}

    /** Work of the practitioner. */
    public record PractitionerTime(int minutes, int day) {}

    /** Inserted once the month is eligible. */
    public record Eligible() {}

    /** Inserted if a code on a claim excludes the family. */
    public record Excluded() {}

    /** Staff minutes that count. */
    public record StaffTotal(int minutes) {}

    /** Practitioner minutes that count. */
    public record PractitionerTotal(int minutes) {}

    /** What could be billed, and what it pays in cents. */
    public record Candidate(int family, int units, int pay) {}

    /** Takes the answer; the only fact that changes. */
    public static final class Decision {
        private boolean eligible;
        private int family;
        private int units;

        /** Take note that the month is eligible. */
        public void eligible() {
            eligible = true;
        }

        /** Take the candidate that pays most. */
        public void pick(Candidate candidate) {
            family = candidate.family();
            units = candidate.units();
        }

        int answer() {
            return Answer.of(eligible, family, units);
        }
    }
}
