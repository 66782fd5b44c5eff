package health.medley.switchboard.internal.rules;

import health.medley.core.ServiceMonth;

/**
 * What a rule bundle says it is, in its manifest or in its {@code program.yaml}.
 *
 * @param name name of the rule set
 * @param version its version
 * @param program the program it rules
 * @param from first month
 * @param to last month
 */
record RuleIdentity(String name, String version, String program, ServiceMonth from, ServiceMonth to) {
    @Override
    public String toString() {
        return name + " " + version + ", program " + program + ", months " + from + " to " + to;
    }
}
