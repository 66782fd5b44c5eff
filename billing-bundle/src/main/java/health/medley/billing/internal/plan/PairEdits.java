package health.medley.billing.internal.plan;

import health.medley.billing.internal.plan.Check.Effect;
import health.medley.billing.internal.reading.RuleNode;
import health.medley.core.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Read {@code ncci.csv} and {@code pair-edits} of {@code conflicts.yaml}: pairs of codes that are not paid together
 * where one practitioner bills both on one date of service. Column 2 gives way, or needs a modifier.
 */
final class PairEdits {
    private static final String STAGE = "conflict";

    private final List<PairEdit> edits;
    private final Optional<RuleNode> denied;
    private final Optional<RuleNode> says;
    private final Optional<RuleNode> visitsSay;
    private final String modifier;
    private final String visitsModifier;

    private PairEdits(RuleNode node, RuleFiles files, Set<String> own, String table) {
        this.denied = node.need("denied");
        this.says = node.find("says");
        this.modifier = node.find("modifier").map(Literals::modifier).orElse("");
        Citations.of(node);
        Optional<RuleNode> visits = node.find("visits");
        this.visitsSay = visits.flatMap(found -> found.need("says"));
        this.visitsModifier = visits.flatMap(found -> found.need("modifier"))
                .map(Literals::modifier)
                .orElse("");
        Set<String> codes =
                visits.map(found -> CodeRanges.read(found.need("codes"))).orElse(Set.of());
        visits.ifPresent(RuleNode::close);
        node.close();
        this.edits = new PairEditTable(files.problems, own, codes).read(table);
        boolean marked = edits.stream().anyMatch(edit -> edit.modifiable() && !edit.visits());
        if (marked && (says.isEmpty() || modifier.isEmpty())) {
            node.fail("A pair of ncci.csv takes a modifier.", "Add modifier and says to pair-edits.");
        }
    }

    /** Read the edits of a rule set whose own codes are {@code own}; empty if it has none. */
    static Optional<PairEdits> read(RuleFiles files, Set<String> own) {
        Optional<RuleNode> node = files.find(RuleFiles.CONFLICTS, "pair-edits");
        @Nullable String table = files.table(RuleFiles.PAIR_EDITS);
        if (node.isPresent() && table != null) {
            return Optional.of(new PairEdits(node.get(), files, own, table));
        }
        node.ifPresent(found -> found.fail("The rule set has no ncci.csv.", "Add it, or drop pair-edits."));
        if (node.isEmpty() && table != null) {
            files.problems.add(
                    RuleFiles.PAIR_EDITS,
                    1,
                    "",
                    "",
                    "conflicts.yaml does not say what pair edits do.",
                    "Add pair-edits with denied, modifier, says, source and a date.");
        }
        return Optional.empty();
    }

    /** The groups of other codes, for the facts. */
    List<CodeGroup> groups() {
        List<CodeGroup> groups = new ArrayList<>();
        for (PairEdit edit : edits) {
            String codes = String.join(", ", new TreeSet<>(edit.ours()));
            groups.add(new CodeGroup(
                    name(edit),
                    "codes of pair edits with " + codes,
                    edit.theirs(),
                    edit.from(),
                    edit.to(),
                    false,
                    clause(edit)));
        }
        return groups;
    }

    private static String name(PairEdit edit) {
        return RuleFiles.PAIR_EDITS + " line " + edit.line();
    }

    private RuleClause clause(PairEdit edit) {
        String path = String.join("+", new TreeSet<>(edit.ours())) + " with "
                + String.join("+", new TreeSet<>(edit.theirs()));
        String from = edit.from().toString();
        return new RuleClause(new Clause(RuleFiles.PAIR_EDITS, path, edit.source(), from), edit.line());
    }

    /** Add the checks for a service's families; a family or add-on that gives way has a need more. */
    List<Family> apply(List<Family> families, CheckFiles checks, Conditions conditions, ReasonOrder order) {
        List<Family> found = new ArrayList<>(families);
        for (PairEdit edit : edits) {
            if (edit.oursFirst() || edit.modifiable()) {
                note(edit, checks, conditions, order);
            } else {
                Check need = check(edit, denied, Effect.NO_BILL, conditions, order, Optional.empty(), TestGraph.TRUE);
                found.replaceAll(family -> family.needing(edit.ours(), need));
            }
        }
        return found;
    }

    private void note(PairEdit edit, CheckFiles checks, Conditions conditions, ReasonOrder order) {
        int billed = conditions.billedAny(edit.ours(), TestGraph.TRUE, TestGraph.FALSE);
        if (billed == TestGraph.FALSE) {
            return;
        }
        boolean theirs = edit.oursFirst() || edit.visits();
        String mark = !edit.modifiable() ? "" : edit.visits() ? visitsModifier : modifier;
        Optional<RuleNode> reason = !edit.modifiable() ? denied : edit.visits() ? visitsSay : says;
        Optional<Check.OtherCodes> other = theirs
                ? Optional.of(new Check.OtherCodes(name(edit), true, false, !edit.modifiable(), mark))
                : Optional.empty();
        Check check = check(edit, reason, Effect.NOTE, conditions, order, other, billed);
        checks.add(check);
        if (!theirs) {
            checks.marks(new PlanParts.Marked(check, edit.ours(), mark));
        }
    }

    private Check check(
            PairEdit edit,
            Optional<RuleNode> reason,
            Effect effect,
            Conditions conditions,
            ReasonOrder order,
            Optional<Check.OtherCodes> other,
            int then) {
        int entry = conditions.onSameDate(name(edit), then);
        return new Check(
                "No pair edit of the date of service stands against " + String.join(", ", new TreeSet<>(edit.ours())),
                reason.map(RuleNode::text).orElse(""),
                reason.map(code -> order.place(STAGE, code)).orElse(PlanDecision.NO_REASON),
                STAGE,
                effect,
                entry,
                true,
                clause(edit),
                other);
    }
}
