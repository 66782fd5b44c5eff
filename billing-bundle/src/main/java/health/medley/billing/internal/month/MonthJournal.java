package health.medley.billing.internal.month;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.BillingMonth;
import health.medley.core.billing.MonthPhase;
import health.medley.core.billing.MonthProgress;
import health.medley.core.billing.MonthTotals;
import health.medley.core.rules.RuleLibrary;
import health.medley.core.rules.RuleRef;
import health.medley.core.rules.RuleSummary;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The journal of a month's closing: what its next version is in each phase, and what a phase refuses. */
final class MonthJournal {
    private final MonthRecords records;
    private final RuleLibrary library;

    MonthJournal(MonthRecords records, RuleLibrary library) {
        this.records = records;
        this.library = library;
    }

    /** How far a month is. */
    BillingMonth read(Caller caller, ServiceMonth month) {
        return records.months().find(caller, month.toString()).orElseGet(() -> BillingMonth.open(month));
    }

    /** Begin to close a month that is open, or was reopened. */
    BillingMonth begin(Caller caller, BillingMonth month, int total, Instant now) {
        return new BillingMonth(
                month.id(),
                month.version(),
                month.month(),
                MonthPhase.CLOSING,
                routing(caller),
                rules(caller, month.month()),
                0,
                total,
                Optional.empty(),
                MonthTotals.NONE,
                Optional.of(now),
                Optional.empty(),
                month.reason());
    }

    /** Go on under the caller's routing, if the rules of the month are those it began under. */
    BillingMonth goOn(Caller caller, BillingMonth month) {
        if (month.routing() == routing(caller)) {
            return month;
        }
        List<RuleRef> now = rules(caller, month.month());
        if (!now.equals(month.rules())) {
            throw new MedleyException(
                    ErrorCode.STATE_INVALID,
                    "Closing " + month.month() + ": it began under the rules " + names(month.rules(), now)
                            + ", and now " + names(now, month.rules()) + " answer. Activate the former again and go on;"
                            + " what is closed by then can be reopened and closed under the new ones.");
        }
        return at(month, routing(caller), month.done(), month.last(), month.totals());
    }

    /** The month with one more chunk closed. */
    static BillingMonth step(BillingMonth month, int chunk, Optional<PatientRef> last, MonthTotals totals) {
        return at(month, month.routing(), month.done() + chunk, last, totals);
    }

    private static BillingMonth at(
            BillingMonth month, long routing, int done, Optional<PatientRef> last, MonthTotals totals) {
        return new BillingMonth(
                month.id(),
                month.version(),
                month.month(),
                month.phase(),
                routing,
                month.rules(),
                done,
                Math.max(done, month.total()),
                last,
                totals,
                month.began(),
                month.closed(),
                month.reason());
    }

    /** The month when all its patients are closed. */
    static BillingMonth closed(BillingMonth month, Instant now) {
        return new BillingMonth(
                month.id(),
                month.version(),
                month.month(),
                MonthPhase.CLOSED,
                month.routing(),
                month.rules(),
                month.done(),
                month.done(),
                Optional.empty(),
                month.totals(),
                month.began(),
                Optional.of(now),
                month.reason());
    }

    /** The month opened again. */
    static BillingMonth reopened(BillingMonth month, long version, String reason) {
        return new BillingMonth(
                month.id(),
                version,
                month.month(),
                MonthPhase.REOPENED,
                month.routing(),
                month.rules(),
                month.done(),
                month.total(),
                Optional.empty(),
                month.totals(),
                month.began(),
                month.closed(),
                reason);
    }

    static MonthProgress progress(BillingMonth month) {
        return new MonthProgress(
                month.month(),
                month.done(),
                Math.max(month.done(), month.total()),
                month.phase() == MonthPhase.CLOSED,
                month.totals());
    }

    private static long routing(Caller caller) {
        return caller.pin() == null ? 0 : caller.pin().routing();
    }

    /** The rules that answer for a month, of every program. */
    private List<RuleRef> rules(Caller caller, ServiceMonth month) {
        return library.list(caller).stream()
                .filter(RuleSummary::active)
                .filter(rules ->
                        rules.from().compareTo(month) <= 0 && rules.to().compareTo(month) >= 0)
                .map(RuleSummary::ref)
                .sorted(Comparator.comparing(RuleRef::name)
                        .thenComparing(RuleRef::version)
                        .thenComparing(RuleRef::sha256))
                .toList();
    }

    private static String names(List<RuleRef> rules, List<RuleRef> others) {
        List<String> only = rules.stream()
                .filter(ref -> !others.contains(ref))
                .map(RuleRef::toString)
                .toList();
        return only.isEmpty() ? "without others" : String.join(", ", only);
    }
}
