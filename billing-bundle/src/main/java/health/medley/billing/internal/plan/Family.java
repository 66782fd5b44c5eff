package health.medley.billing.internal.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A family of codes: a base and its add-ons. One family is billed for a patient's month.
 *
 * @param name its name
 * @param number its number in the plan
 * @param base the base
 * @param addOns the add-ons, in the order of their codes
 * @param needs what the base needs beside time
 * @param addOnNeeds what each add-on needs beside time, in the order of the add-ons
 */
public record Family(
        String name,
        int number,
        CodeRule base,
        List<CodeRule> addOns,
        List<Check> needs,
        List<List<Check>> addOnNeeds) {
    /** Copy the lists. */
    public Family {
        addOns = List.copyOf(addOns);
        needs = List.copyOf(needs);
        addOnNeeds = addOnNeeds.stream().map(List::copyOf).toList();
    }

    /** The family with a further need of those of its codes that are among {@code codes}. */
    Family needing(Set<String> codes, Check need) {
        List<Check> further = codes.contains(base.code()) ? joined(needs, need) : needs;
        List<List<Check>> furtherOfAddOns = new ArrayList<>();
        for (int i = 0; i < addOns.size(); i++) {
            List<Check> own = addOnNeeds.get(i);
            furtherOfAddOns.add(codes.contains(addOns.get(i).code()) ? joined(own, need) : own);
        }
        return new Family(name, number, base, addOns, further, furtherOfAddOns);
    }

    private static List<Check> joined(List<Check> checks, Check further) {
        List<Check> all = new ArrayList<>(checks);
        all.add(further);
        return all;
    }

    /** What the codes need beside time: the base first. */
    public List<Check> everyNeed() {
        List<Check> all = new ArrayList<>(needs);
        addOnNeeds.forEach(all::addAll);
        return all;
    }

    /** The base and then the add-ons. */
    public List<CodeRule> codes() {
        List<CodeRule> codes = new ArrayList<>(addOns.size() + 1);
        codes.add(base);
        codes.addAll(addOns);
        return codes;
    }
}
