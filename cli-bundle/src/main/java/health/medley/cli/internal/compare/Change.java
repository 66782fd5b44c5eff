package health.medley.cli.internal.compare;

import health.medley.cli.internal.report.DeterminationsCsv;
import health.medley.core.Money;
import health.medley.core.billing.Determination;
import health.medley.core.billing.Status;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds one outcome that two rule sets see differently.
 *
 * @param source the case file or practice it comes from
 * @param before what the old rules answer; empty if they know no answer
 * @param after what the new rules answer; empty if they know no answer
 * @param weight how much the change is
 * @param clause the clause that made it, as {@code file#path}; empty text if none can be named
 */
public record Change(
        String source, Optional<Determination> before, Optional<Determination> after, Weight weight, String clause) {

    /** Columns of a file of changes. */
    public static final List<String> COLUMNS = List.of(
            "source",
            "id",
            "month",
            "program",
            "status_before",
            "codes_before",
            "amount_before",
            "reason_before",
            "status_after",
            "codes_after",
            "amount_after",
            "reason_after",
            "clause",
            "weight");

    static boolean differ(Optional<Determination> before, Optional<Determination> after) {
        return !outcome(before).equals(outcome(after));
    }

    private static List<String> outcome(Optional<Determination> one) {
        return List.of(
                status(one),
                codes(one),
                amount(one).toString(),
                reason(one),
                one.flatMap(Determination::dateOfService)
                        .map(LocalDate::toString)
                        .orElse(""));
    }

    /** The patient's id, or the case's. */
    public String id() {
        return either().patient();
    }

    /** The service month. */
    public String month() {
        return either().month().toString();
    }

    /** The program. */
    public String program() {
        return either().program();
    }

    private Determination either() {
        return after.or(() -> before).orElseThrow();
    }

    /** The old answer's amount; nothing where there is no answer. */
    public Money amountBefore() {
        return amount(before);
    }

    /** The new answer's amount; nothing where there is no answer. */
    public Money amountAfter() {
        return amount(after);
    }

    /** Both reasons, for sums. */
    public String reasons() {
        return reason(before) + " -> " + reason(after);
    }

    /** The old answer in one line, with its amount. */
    public String wordsBefore() {
        return words(before);
    }

    /** The new answer in one line, with its amount. */
    public String wordsAfter() {
        return words(after);
    }

    private static String words(Optional<Determination> one) {
        String codes = codes(one);
        return status(one) + (codes.isEmpty() ? "" : " " + codes) + " " + reason(one)
                + (codes.isEmpty() ? "" : " " + amount(one));
    }

    private static String status(Optional<Determination> one) {
        return one.map(Determination::status).orElse(Status.UNKNOWN).name();
    }

    private static String codes(Optional<Determination> one) {
        return one.map(DeterminationsCsv::codes).orElse("");
    }

    private static Money amount(Optional<Determination> one) {
        return one.map(Determination::amount).orElse(Money.ZERO);
    }

    private static String reason(Optional<Determination> one) {
        return one.map(Determination::reason).orElse("NO_RULES");
    }

    /** The row of a file of changes. */
    public List<String> row() {
        return List.of(
                source,
                id(),
                month(),
                program(),
                status(before),
                codes(before),
                amount(before).toString(),
                reason(before),
                status(after),
                codes(after),
                amount(after).toString(),
                reason(after),
                clause,
                weight.name());
    }

    /** As a JSON object: the columns of the file. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        List<String> row = row();
        for (int i = 0; i < row.size(); i++) {
            json.put(COLUMNS.get(i), row.get(i));
        }
        return json;
    }
}
