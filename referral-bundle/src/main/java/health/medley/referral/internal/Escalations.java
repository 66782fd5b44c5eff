package health.medley.referral.internal;

import health.medley.core.Caller;
import health.medley.core.referral.Escalation;
import health.medley.core.referral.Referral;
import health.medley.core.store.Changes;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.RecordStore;
import health.medley.record.Records;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings overdue referrals before somebody, each once for a deadline that passed. */
final class Escalations {

    private static final int MOST_IN_A_COMMIT = 500;

    private final RecordStore store;
    private final Records<Referral> records;

    Escalations(RecordStore store, Records<Referral> records) {
        this.store = store;
        this.records = records;
    }

    List<Referral> escalate(Caller caller, List<Referral> overdue, String to, LocalDate today) {
        List<Referral> escalated = overdue.stream()
                .filter(referral -> referral.overdue(today) && !escalatedBefore(referral))
                .map(referral -> new ReferralChange(referral)
                        .escalated(new Escalation(
                                referral.state(),
                                referral.deadline().orElseThrow().due(),
                                to,
                                today))
                        .after())
                .toList();
        List<Referral> done = new ArrayList<>();
        for (int from = 0; from < escalated.size(); from += MOST_IN_A_COMMIT) {
            int upTo = Math.min(escalated.size(), from + MOST_IN_A_COMMIT);
            // the request is answered by the last commit
            commit(caller, escalated.subList(from, upTo), upTo == escalated.size());
            escalated.subList(from, upTo).forEach(referral -> done.add(records.get(caller, referral.id())));
        }
        return List.copyOf(done);
    }

    private void commit(Caller caller, List<Referral> some, boolean last) {
        List<RecordDraft> drafts = some.stream()
                .map(referral -> records.draft(caller, referral, "escalated"))
                .toList();
        store.commit(caller, new Changes(drafts, last ? Optional.ofNullable(caller.request()) : Optional.empty()));
    }

    private static boolean escalatedBefore(Referral referral) {
        LocalDate due = referral.deadline().orElseThrow().due();
        return referral.escalations().stream()
                .anyMatch(before ->
                        before.state() == referral.state() && before.due().equals(due));
    }
}
