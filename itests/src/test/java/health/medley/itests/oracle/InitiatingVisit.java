package health.medley.itests.oracle;

import java.time.LocalDate;
import java.util.Set;

/** Whether the visit that must stand before the program does. */
final class InitiatingVisit {
    private static final Set<String> ACCEPTED = Set.of(
            "99202", "99203", "99204", "99205", "99212", "99213", "99214", "99215", "G0402", "G0438", "G0439", "99495",
            "99496");

    private InitiatingVisit() {}

    /** The reason why it does not; empty if it does. Asked only where there is a consent. */
    static String whyNot(Month m) {
        LocalDate consent = m.consent.orElseThrow();
        LocalDate yearBefore = consent.minusYears(1);
        String stated = m.enrollment.get("initiating_visit");
        if (stated.isEmpty()) {
            for (Chart.Visit visit : m.chart.visits) {
                boolean inYear =
                        !visit.day().isBefore(yearBefore) && !visit.day().isAfter(consent);
                if (inYear && visit.npis().contains(m.npi())) {
                    return discussed(m);
                }
            }
            return "NO_INITIATING_VISIT";
        }
        String[] parts = stated.split("@");
        if (!ACCEPTED.contains(parts[0])) {
            return "INITIATING_VISIT_TYPE";
        }
        if (parts.length == 3 && !parts[2].equals("P1") && !parts[2].equals(m.npi())) {
            return "INITIATING_VISIT_OTHER_PRACTITIONER";
        }
        LocalDate day = LocalDate.parse(parts[1]);
        LocalDate last = m.time.firstDay().orElse(m.month.atEndOfMonth());
        boolean counts = !day.isBefore(yearBefore) && (!day.isAfter(consent) || !day.isAfter(last));
        return counts ? discussed(m) : "NO_INITIATING_VISIT";
    }

    private static String discussed(Month m) {
        return m.facts.getOrDefault("ccm_discussed", "Y").equals("N") ? "CCM_NOT_DISCUSSED" : "";
    }
}
