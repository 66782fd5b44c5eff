package health.medley.billing.internal.month;

import health.medley.core.billing.Claim;
import health.medley.core.billing.ClaimKind;
import health.medley.core.billing.ClaimState;
import health.medley.core.billing.CodeLine;
import health.medley.core.billing.Determination;
import health.medley.core.billing.KeptDetermination;
import health.medley.core.billing.Status;
import health.medley.core.practice.OtherCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says which claims a new determination drafts and which of those before it takes back. A claim that may have gone is
 * voided by another and replaced; one that was held or rejected never went and is only marked.
 */
final class ClaimChange {
    private static final String JOINT = ".";

    private final KeptDetermination kept;
    private final List<Claim> changed = new ArrayList<>();
    private int number;

    private ClaimChange(KeptDetermination kept, int claims) {
        this.kept = kept;
        this.number = claims;
    }

    /**
     * The claims to keep.
     *
     * @param kept the determination, with the version it follows
     * @param practitionerNpi who bills
     * @param before the claims of the patient's month and program so far
     * @param reason why those are taken back
     */
    static List<Claim> of(KeptDetermination kept, String practitionerNpi, List<Claim> before, String reason) {
        ClaimChange change = new ClaimChange(kept, before.size());
        Optional<Claim> standing = before.stream().filter(ClaimChange::stands).findFirst();
        standing.ifPresent(claim -> change.takeBack(claim, reason));
        change.draft(standing, practitionerNpi, reason);
        return change.changed;
    }

    /** Whether a claim keeps its place in the month. */
    static boolean stands(Claim claim) {
        return claim.kind() != ClaimKind.VOID && claim.state() != ClaimState.VOIDED;
    }

    /** This claim in another state. */
    static Claim with(Claim claim, long version, ClaimState state, String reason) {
        return new Claim(
                claim.id(),
                version,
                claim.patient(),
                claim.month(),
                claim.program(),
                claim.determination(),
                claim.determined(),
                claim.kind(),
                state,
                claim.lines(),
                claim.amount(),
                claim.dateOfService(),
                claim.practitionerNpi(),
                claim.about(),
                reason);
    }

    private void takeBack(Claim claim, String reason) {
        changed.add(with(claim, claim.version(), ClaimState.VOIDED, reason));
        if (claim.state() == ClaimState.DRAFTED) {
            changed.add(new Claim(
                    nextId(),
                    0,
                    claim.patient(),
                    claim.month(),
                    claim.program(),
                    claim.determination(),
                    claim.determined(),
                    ClaimKind.VOID,
                    ClaimState.DRAFTED,
                    claim.lines(),
                    claim.amount(),
                    claim.dateOfService(),
                    claim.practitionerNpi(),
                    Optional.of(claim.id()),
                    reason));
        }
    }

    private void draft(Optional<Claim> standing, String practitionerNpi, String reason) {
        Determination determination = kept.determination();
        List<CodeLine> lines =
                determination.codes().stream().filter(ClaimChange::ours).toList();
        boolean held = determination.status() == Status.HOLD;
        if (lines.isEmpty() || !held && determination.status() != Status.BILL) {
            return;
        }
        // what never went is not replaced, but what it stood for may have gone
        Optional<String> about = standing.flatMap(
                claim -> claim.state() == ClaimState.DRAFTED ? Optional.of(claim.id()) : claim.about());
        changed.add(new Claim(
                nextId(),
                0,
                kept.patient(),
                determination.month(),
                determination.program(),
                kept.id(),
                kept.version() + 1,
                about.isPresent() ? ClaimKind.REPLACEMENT : ClaimKind.ORIGINAL,
                held ? ClaimState.HELD : ClaimState.DRAFTED,
                lines,
                determination.amount(),
                determination.dateOfService().orElse(determination.month().lastDay()),
                practitionerNpi,
                about,
                held ? determination.reason() : about.isPresent() ? reason : ""));
    }

    private static boolean ours(CodeLine line) {
        return line.practitioner().isEmpty() || line.practitioner().equals(OtherCode.US);
    }

    private String nextId() {
        return kept.id() + JOINT + ++number;
    }
}
