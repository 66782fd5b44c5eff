package health.medley.billing.internal.plan;

import health.medley.billing.internal.plan.Check.Effect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluate a rule set over the facts of one patient's month. {@link #decide} allocates nothing and takes at most
 * {@link #steps} steps; it stops as soon as the answer is known. Immutable and safe for concurrent use.
 *
 * <p>Benchmarks use it by class path:
 *
 * <pre>{@code
 * RulePlan plan = RuleCompiler.compile(ruleSet);
 * int staff = plan.slot("staff_seconds");
 * long decision = plan.decide(slot -> slot == staff ? 2400 : FactView.ABSENT);
 * PlanDecision.status(decision); // 0 for BILL, with PlanDecision.family and the units
 * }</pre>
 */
public final class RulePlan {
    private final PlanParts parts;
    private final TestGraph graph;
    private final Check[] decisive;
    private final CheckChain chain;
    private final ClaimNotes notes;
    private final Family[] families;
    private final FamilyNeeds needs;
    private final FamilyChoice choice;
    private final FamilyReasons reasons;
    private final RequestRules requests;
    private final List<String> names;
    private final CheckFacts factsOfChecks;
    private final int notAsked;
    private final boolean partial;
    private final int baseBilled;
    private final int basePaid;
    private final int requested;
    private final int localityPriced;

    RulePlan(PlanParts parts) {
        this.parts = parts;
        this.graph = parts.graph();
        this.decisive = parts.checks().stream().filter(Check::decisive).toArray(Check[]::new);
        this.chain = new CheckChain(graph, List.of(decisive));
        this.notes = new ClaimNotes(parts);
        this.families = parts.families().toArray(Family[]::new);
        this.needs = new FamilyNeeds(this, parts);
        this.choice = new FamilyChoice(parts, needs);
        this.reasons = new FamilyReasons(this, choice, needs, parts);
        this.requests = new RequestRules(this, parts);
        this.names = parts.slots().names();
        this.factsOfChecks = new CheckFacts(parts);
        this.notAsked = parts.notAsked();
        // one service of several is asked for only on the tracks it knows
        this.partial = !parts.service().isEmpty() && !parts.highestAmount();
        this.baseBilled = parts.slots().ofMechanism("base_billed");
        this.basePaid = parts.slots().ofMechanism("base_paid");
        this.requested = parts.slots().ofMechanism("requested");
        this.localityPriced = parts.slots().ofMechanism("locality_priced");
    }

    /** Decide a month; read the answer with {@link PlanDecision}. */
    public long decide(FactView facts) {
        boolean asked = asked(facts);
        int status = PlanDecision.BILL;
        int reason = PlanDecision.NO_REASON;
        if (asked) {
            int first = chain.first(facts, PlanDecision.noLines(), this);
            if (first != CheckChain.NONE) {
                reason = decisive[first].order();
                status = decisive[first].effect() == Effect.NO_BILL ? PlanDecision.NO_BILL : PlanDecision.HOLD;
            }
        }
        long lines = PlanDecision.noLines();
        if (asked && status != PlanDecision.NO_BILL) {
            lines = choice.choose(facts);
            if (PlanDecision.family(lines) == PlanDecision.NO_FAMILY) {
                status = status == PlanDecision.HOLD ? status : PlanDecision.NO_BILL;
                reason = Math.min(reason, reasons.floorReason(facts));
            } else {
                return billed(facts, lines, status, reason);
            }
        }
        reason = Math.min(reason, requestReason(facts, lines));
        return PlanDecision.pack(asked ? status : PlanDecision.NO_BILL, notes.first(this, facts, lines, reason), lines);
    }

    private long billed(FactView facts, long lines, int before, int reasonBefore) {
        int status = before;
        int reason = Math.min(reasonBefore, reasons.fallBackReason(facts, lines));
        long overCap = choice.overCap(facts, lines);
        boolean rateMissing = rateMissing(facts, lines);
        if (status == PlanDecision.BILL && (FamilyChoice.heldByCap(overCap) || rateMissing)) {
            status = PlanDecision.HOLD;
        }
        boolean held = status == PlanDecision.HOLD;
        if (!held || FamilyChoice.heldByCap(overCap)) {
            reason = Math.min(reason, FamilyChoice.capReason(overCap));
        }
        if (rateMissing) {
            reason = Math.min(reason, parts.rateMissing());
        }
        reason = Math.min(reason, requestReason(facts, lines));
        long left = lines;
        if (facts(facts, baseBilled) || facts(facts, basePaid)) {
            left = withoutBase(lines);
            boolean nothing = PlanDecision.family(left) == PlanDecision.NO_FAMILY;
            status = nothing ? PlanDecision.NO_BILL : status;
            reason = Math.min(reason, nothing ? requests.nothingLeft() : reasonOfAddOnAlone(facts));
        }
        int said = held ? notes.firstOfHold(this, facts, lines, reason) : notes.first(this, facts, lines, reason);
        return PlanDecision.pack(status, said, left);
    }

    private int reasonOfAddOnAlone(FactView facts) {
        return facts(facts, basePaid) ? PlanDecision.NO_REASON : requests.baseBilledBefore();
    }

    private long withoutBase(long lines) {
        Family family = families[PlanDecision.family(lines)];
        long left = PlanDecision.lines(family.number(), 0);
        boolean any = false;
        for (int i = 0; i < family.addOns().size(); i++) {
            int units = PlanDecision.addOnUnits(lines, i);
            any |= units > 0;
            left |= PlanDecision.units(i, units);
        }
        return any ? left : PlanDecision.noLines();
    }

    private static boolean facts(FactView facts, int slot) {
        return slot >= 0 && facts.value(slot) == 1;
    }

    private boolean rateMissing(FactView facts, long lines) {
        return localityPriced >= 0 && facts.value(localityPriced) == 0 || choice.feeMissing(facts, lines);
    }

    private int requestReason(FactView facts, long lines) {
        if (requested < 0) {
            return PlanDecision.NO_REASON;
        }
        long asked = facts.value(requested);
        return asked == FactView.ABSENT ? PlanDecision.NO_REASON : requests.reason(asked, lines, facts);
    }

    /** Whether anybody asked for this program; if not, nothing is refused. */
    public boolean asked(FactView facts) {
        return (!partial || choice.knows(facts)) && !graph.holds(notAsked, facts, PlanDecision.noLines(), this);
    }

    /** Whether the plan knows a declared track: it names it, or takes any. */
    public boolean knowsTrack(String track) {
        return parts.highestAmount()
                || parts.tracks().containsKey(track)
                || parts.tracks().containsKey(PlanParts.ANY_TRACK);
    }

    /** Whether a check fires, given the lines chosen. */
    public boolean fires(Check check, FactView facts, long lines) {
        return graph.holds(check.entry(), facts, lines, this) == check.firesWhen();
    }

    /** The modifier each code of ours needs, given the lines chosen; nothing for a code that needs none. */
    public Map<String, String> modifiers(FactView facts, long lines) {
        Map<String, String> found = new HashMap<>();
        for (PlanParts.Marked marked : parts.marked()) {
            if (fires(marked.check(), facts, lines)) {
                marked.codes().forEach(code -> found.put(code, marked.modifier()));
            }
        }
        return found;
    }

    boolean changesWith(FactView facts, long lines, int more, int to) {
        return choice.changesWith(facts, lines, more, to);
    }

    boolean changesCounting(FactView facts, long lines, int instead, int of) {
        return choice.changesCounting(facts, lines, instead, of);
    }

    /** The family and units a decision rests on, even if the base is already on a claim; nothing for NO_BILL. */
    public long lines(FactView facts, long decision) {
        boolean billed = asked(facts) && PlanDecision.status(decision) != PlanDecision.NO_BILL;
        return billed ? choice.choose(facts) : PlanDecision.noLines();
    }

    /** Slot of a fact by its name; -1 if the plan does not use it. */
    public int slot(String fact) {
        return parts.slots().find(fact);
    }

    /** Slot that says if a group's code is there by {@code us}, {@code another} or {@code anyone}; -1 if unused. */
    public int groupSlot(String group, String by) {
        return parts.slots().find(Slots.group(group, by));
    }

    /** Number of a word of a fact; words the rules do not name have numbers too. */
    public long ordinal(String fact, String word) {
        return parts.slots().ordinal(fact, word);
    }

    /** Number the codes somebody asks to bill, as the value of the fact {@code requested}. */
    public long askedFor(List<String> codes, boolean notValid) {
        return RequestRules.pack(codes, parts.codes(), notValid);
    }

    /** Names of the facts and groups used, by slot. */
    public List<String> slots() {
        return names;
    }

    /** The most steps a decision takes. */
    public int steps() {
        int choices = 4 + parts.checks().size();
        return graph.size() * 2 + families.length * choices * (1 + PlanDecision.MOST_ADD_ONS);
    }

    /** What the plan was compiled to, for explanations. */
    public PlanParts parts() {
        return parts;
    }

    /** How the family is chosen, for explanations. */
    public FamilyChoice choice() {
        return choice;
    }

    FamilyNeeds needs() {
        return needs;
    }

    FamilyReasons reasons() {
        return reasons;
    }

    /** Names of the facts a check may look at, in the order of the rule's text. */
    String[] factsOf(Check check) {
        return factsOfChecks.of(check);
    }

    TestGraph graph() {
        return graph;
    }
}
