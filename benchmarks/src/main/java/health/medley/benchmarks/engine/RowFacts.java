package health.medley.benchmarks.engine;

import health.medley.benchmarks.workload.CodeTables;
import health.medley.benchmarks.workload.PatientRow;
import health.medley.benchmarks.workload.TimeEntry;
import health.medley.billing.internal.plan.CodeGroup;
import health.medley.billing.internal.plan.FactView;
import health.medley.billing.internal.plan.RulePlan;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Give a plan the facts of a row, counted from its codes and entries when the plan asks for them. One view is moved from
 * row to row, so that nothing is made for a decision. Not for concurrent use.
 */
final class RowFacts implements FactView {

    private static final int CONSENT_STATE = 0;
    private static final int CONSENT_DATE = 1;
    private static final int CARE_PLAN_DATE = 2;
    private static final int CHRONIC = 3;
    private static final int EXCLUDED = 4;
    private static final int STAFF = 5;
    private static final int PRACTITIONER = 6;
    private static final int DECISION_MAKING = 7;
    private static final int MONTH_START = 8;
    private static final int MONTH_END = 9;
    private static final int UNKNOWN = 10;
    private static final long NOT_COUNTED = -1;

    private static final Map<String, Integer> FACTS = Map.of(
            "consent_state", CONSENT_STATE,
            "consent_date", CONSENT_DATE,
            "care_plan_date", CARE_PLAN_DATE,
            "chronic_conditions", CHRONIC,
            "staff_seconds", STAFF,
            "practitioner_seconds", PRACTITIONER,
            "mdm", DECISION_MAKING,
            "month_start", MONTH_START,
            "month_end", MONTH_END,
            "date_of_service", MONTH_END);

    private final int[] factOfSlot;
    private final long[] decisionMaking;
    private final Set<String> chronic = new HashSet<>(CodeTables.CHRONIC);
    private final Set<String> excluding = new HashSet<>();
    private PatientRow row =
            new PatientRow(-1, 0, 0, 0, new String[0], 0, 0, 0, new TimeEntry[0], new TimeEntry[0], 0, new String[0]);
    private long staff;
    private long practitioner;

    RowFacts(RulePlan plan) {
        List<String> slots = plan.slots();
        factOfSlot = new int[slots.size()];
        for (int slot = 0; slot < factOfSlot.length; slot++) {
            factOfSlot[slot] = FACTS.getOrDefault(slots.get(slot), UNKNOWN);
        }
        factOfSlot[plan.groupSlot("excluding", "us")] = EXCLUDED;
        decisionMaking = new long[] {
            plan.ordinal("mdm", "none"),
            plan.ordinal("mdm", "low"),
            plan.ordinal("mdm", "moderate"),
            plan.ordinal("mdm", "high")
        };
        // the codes that exclude are the rule set's, not Java's
        plan.parts().groups().stream().map(CodeGroup::codes).forEach(excluding::addAll);
    }

    /** Move to a row. */
    RowFacts at(PatientRow next) {
        row = next;
        staff = NOT_COUNTED;
        practitioner = NOT_COUNTED;
        return this;
    }

    @Override
    public long value(int slot) {
        return switch (factOfSlot[slot]) {
            case CONSENT_STATE -> row.consent();
            case CONSENT_DATE -> row.consent() == 0 ? ABSENT : row.consentDay();
            case CARE_PLAN_DATE -> row.carePlanDay() == 0 ? ABSENT : row.carePlanDay();
            case CHRONIC -> chronic(row.conditions());
            case EXCLUDED -> excluded(row.otherCodes());
            case STAFF -> staff == NOT_COUNTED ? staff = 60 * minutes(row.staff()) : staff;
            case PRACTITIONER ->
                practitioner == NOT_COUNTED ? practitioner = 60 * minutes(row.practitioner()) : practitioner;
            case DECISION_MAKING -> decisionMaking[row.decisionMaking()];
            case MONTH_START -> row.monthStart();
            case MONTH_END -> row.monthEnd();
            default -> ABSENT;
        };
    }

    /** Distinct chronic codes; the count stops at two, for no rule asks for more. */
    private long chronic(String[] codes) {
        String first = "";
        for (String code : codes) {
            if (chronic.contains(code)) {
                if (first.isEmpty()) {
                    first = code;
                } else if (!first.equals(code)) {
                    return 2;
                }
            }
        }
        return first.isEmpty() ? 0 : 1;
    }

    private long excluded(String[] codes) {
        for (String code : codes) {
            if (excluding.contains(code)) {
                return 1;
            }
        }
        return 0;
    }

    private long minutes(TimeEntry[] entries) {
        long minutes = 0;
        for (TimeEntry entry : entries) {
            boolean inMonth = entry.day() >= row.monthStart() && entry.day() <= row.monthEnd();
            if (inMonth && !entry.role().equals("ADMIN")) {
                minutes += entry.minutes();
            }
        }
        return minutes;
    }
}
