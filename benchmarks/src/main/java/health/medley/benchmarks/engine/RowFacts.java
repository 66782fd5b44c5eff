package health.medley.benchmarks.engine;

import health.medley.benchmarks.workload.CodeTables;
import health.medley.benchmarks.workload.PatientRow;
import health.medley.benchmarks.workload.TimeEntry;
import health.medley.billing.internal.plan.CodeGroup;
import health.medley.billing.internal.plan.FactView;
import health.medley.billing.internal.plan.RulePlan;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Give a plan the facts of a row. What the row states is laid out by slot at once; what must be counted from its codes
 * and entries is counted when the plan first asks for it. One view is moved from row to row, so that nothing is made for
 * a decision. Not for concurrent use.
 */
final class RowFacts implements FactView {

    private static final long NOT_COUNTED = Long.MIN_VALUE + 1;

    private final long[] values;
    private final int consentState;
    private final int consentDate;
    private final int carePlanDate;
    private final int decisionMaking;
    private final int monthStart;
    private final int monthEnd;
    private final int dateOfService;
    private final int chronicConditions;
    private final int excluded;
    private final int staffSeconds;
    private final int practitionerSeconds;
    private final long[] levels;
    private final Set<String> chronic = new HashSet<>(CodeTables.CHRONIC);
    private final Set<String> excluding = new HashSet<>();
    private PatientRow row =
            new PatientRow(-1, 0, 0, 0, new String[0], 0, 0, 0, new TimeEntry[0], new TimeEntry[0], 0, new String[0]);

    RowFacts(RulePlan plan) {
        values = new long[plan.slots().size()];
        Arrays.fill(values, ABSENT);
        consentState = plan.slot("consent_state");
        consentDate = plan.slot("consent_date");
        carePlanDate = plan.slot("care_plan_date");
        decisionMaking = plan.slot("mdm");
        monthStart = plan.slot("month_start");
        monthEnd = plan.slot("month_end");
        dateOfService = plan.slot("date_of_service");
        chronicConditions = plan.slot("chronic_conditions");
        excluded = plan.groupSlot("excluding", "us");
        staffSeconds = plan.slot("staff_seconds");
        practitionerSeconds = plan.slot("practitioner_seconds");
        levels = new long[] {
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
        values[consentState] = next.consent();
        values[consentDate] = next.consent() == 0 ? ABSENT : next.consentDay();
        values[carePlanDate] = next.carePlanDay() == 0 ? ABSENT : next.carePlanDay();
        values[decisionMaking] = levels[next.decisionMaking()];
        values[monthStart] = next.monthStart();
        values[monthEnd] = next.monthEnd();
        values[dateOfService] = next.monthEnd();
        values[chronicConditions] = NOT_COUNTED;
        values[excluded] = NOT_COUNTED;
        values[staffSeconds] = NOT_COUNTED;
        values[practitionerSeconds] = NOT_COUNTED;
        return this;
    }

    @Override
    public long value(int slot) {
        long value = values[slot];
        return value != NOT_COUNTED ? value : count(slot);
    }

    private long count(int slot) {
        long value;
        if (slot == chronicConditions) {
            value = chronic(row.conditions());
        } else if (slot == excluded) {
            value = excludes(row.otherCodes());
        } else {
            value = 60 * (slot == staffSeconds ? staffMinutes() : practitionerMinutes());
        }
        values[slot] = value;
        return value;
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

    private long excludes(String[] codes) {
        for (String code : codes) {
            if (excluding.contains(code)) {
                return 1;
            }
        }
        return 0;
    }

    private long staffMinutes() {
        long minutes = 0;
        for (TimeEntry entry : row.staff()) {
            if (inMonth(entry) && !entry.role().equals("ADMIN")) {
                minutes += entry.minutes();
            }
        }
        return minutes;
    }

    private long practitionerMinutes() {
        long minutes = 0;
        for (TimeEntry entry : row.practitioner()) {
            if (inMonth(entry)) {
                minutes += entry.minutes();
            }
        }
        return minutes;
    }

    private boolean inMonth(TimeEntry entry) {
        return entry.day() >= row.monthStart() && entry.day() <= row.monthEnd();
    }
}
