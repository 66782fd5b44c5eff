package health.medley.rest.internal.platform;

import health.medley.core.ErrorCode;
import health.medley.core.Finding;
import health.medley.core.InputProblem;
import health.medley.core.MedleyException;
import health.medley.core.Permission;
import health.medley.core.billing.BillingService;
import health.medley.core.billing.CaseRequest;
import health.medley.core.billing.CaseResult;
import health.medley.core.billing.CaseRow;
import health.medley.core.billing.CodeLine;
import health.medley.core.billing.Determination;
import health.medley.core.rules.RuleRef;
import health.medley.rest.internal.http.Call;
import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;
import health.medley.rest.internal.http.RouteSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Evaluates cases with the installed rules; nothing is kept. */
@Component(service = EvaluateRoutes.class)
public final class EvaluateRoutes implements RouteSource {

    private static final int MOST = 1_000;
    private static final String UNREADABLE = "UNREADABLE";

    private final BillingService billing;

    /** Take who decides. */
    @Activate
    public EvaluateRoutes(@Reference BillingService billing) {
        this.billing = billing;
    }

    /**
     * Cases to evaluate.
     *
     * @param cases the columns of case files (docs/reference/case-files.md) by name; text, numbers, or true and false
     *     for Y and N
     */
    public record Cases(List<Map<String, Object>> cases) {}

    /**
     * The rules that decided.
     *
     * @param name their name
     * @param version their version
     * @param hash SHA-256 of their content
     */
    public record Rules(String name, String version, String hash) {
        static Rules of(RuleRef ref) {
            return new Rules(ref.name(), ref.version(), ref.sha256());
        }
    }

    /**
     * The answer to one case.
     *
     * @param id the case's id
     * @param status BILL, HOLD, NO_BILL, UNKNOWN, or UNREADABLE where {@code problems} says what is wrong
     * @param codes the codes with their units
     * @param reason the reason
     * @param amount what it comes to
     * @param findings everything that was checked
     * @param rules the rules that decided
     * @param problems what could not be read
     */
    public record Result(
            String id,
            String status,
            List<String> codes,
            String reason,
            Optional<String> amount,
            List<Finding> findings,
            Optional<Rules> rules,
            List<InputProblem> problems) {}

    /**
     * The answers.
     *
     * @param results in the order of the cases
     */
    public record Results(List<Result> results) {}

    @Override
    public List<Route> routes() {
        return List.of(Route.post("evaluate", "/api/evaluate", "Evaluate cases with the rules of each one's month.")
                .needs(Permission.READ_BILLING)
                .changesNothing()
                .takes(Cases.class)
                .gives(Results.class)
                .by(this::evaluate));
    }

    private Reply evaluate(Call call) {
        List<Map<String, Object>> cases = call.body(Cases.class).cases();
        if (cases.size() > MOST) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Evaluating " + cases.size() + " cases: expected at most " + MOST + "; send the rest in another"
                            + " request");
        }
        List<CaseRow> rows = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            rows.add(row(i + 1L, cases.get(i)));
        }
        List<CaseResult> results = billing.evaluate(call.caller(), new CaseRequest("cases", rows, Optional.empty()));
        return Reply.of(new Results(results.stream().map(EvaluateRoutes::result).toList()));
    }

    private static CaseRow row(long number, Map<String, Object> columns) {
        if (columns == null) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Evaluating case " + number + ": it is null; expected an object with the columns of a case");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        columns.forEach((column, value) -> texts.put(column, text(number, value)));
        return new CaseRow(number, texts);
    }

    private static String text(long number, Object value) {
        if (value instanceof String text) {
            return text;
        }
        if (value instanceof Boolean yes) {
            return yes ? "Y" : "N";
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof Number || value == null) {
            return value == null ? "" : value.toString();
        }
        throw new MedleyException(
                ErrorCode.ARGUMENT_INVALID,
                "Reading case " + number + ": the value of a column is a list or object; expected text, a number, true"
                        + " or false");
    }

    private static Result result(CaseResult result) {
        if (result.determination().isEmpty()) {
            return new Result(
                    result.id(),
                    UNREADABLE,
                    List.of(),
                    UNREADABLE,
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    result.problems());
        }
        Determination answer = result.determination().get();
        return new Result(
                result.id(),
                answer.status().name(),
                answer.codes().stream().map(CodeLine::toString).toList(),
                answer.reason(),
                Optional.of(answer.amount().toString()),
                answer.findings(),
                answer.rules().map(Rules::of),
                result.problems());
    }
}
