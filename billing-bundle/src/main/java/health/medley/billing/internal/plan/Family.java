package health.medley.billing.internal.plan;

import java.util.List;

/**
 * A family of codes: a base and its add-ons. One family is billed for a patient's month.
 *
 * @param name its name
 * @param number its number in the plan
 * @param base the base
 * @param addOns the add-ons, in the order of their codes
 * @param needs what the base needs beside time
 */
public record Family(String name, int number, CodeRule base, List<CodeRule> addOns, List<Check> needs) {
    /** Copy the lists. */
    public Family {
        addOns = List.copyOf(addOns);
        needs = List.copyOf(needs);
    }
}
