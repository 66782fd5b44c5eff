package health.medley.cli.internal.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import health.medley.cli.internal.report.Json;
import health.medley.core.CareTime;
import health.medley.core.Clause;
import health.medley.core.Finding;
import health.medley.core.Money;
import health.medley.core.Outcome;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.Determination;
import health.medley.core.billing.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecheckTest {

    private static Finding finding(String code, String path) {
        Optional<Clause> clause =
                path.isEmpty() ? Optional.empty() : Optional.of(new Clause("eligibility.yaml", path, "Source", ""));
        return new Finding(code, Outcome.MET, "Checked " + code + ".", Map.of(), clause, Optional.empty());
    }

    private static Determination with(Finding... findings) {
        return new Determination(
                "p1",
                ServiceMonth.parse("2025-03"),
                "ccm",
                Status.NO_BILL,
                List.of(),
                Money.ZERO,
                "NO_CONSENT",
                CareTime.NONE,
                CareTime.NONE,
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                "f".repeat(64),
                List.of(findings));
    }

    private static List<String> differences(Determination recorded, Determination again) {
        ObjectNode tree = Json.tree(recorded);
        return Recheck.compare(tree, again).stream().map(Difference::sentence).toList();
    }

    @Test
    void evidenceThatOnlyAskingAgainCouldRepeatIsNoDifference() {
        Finding rule = finding("NO_CONSENT", "requirements.NO_CONSENT");
        assertEquals(
                List.of(),
                differences(
                        with(
                                rule,
                                finding("CHRONIC_CONDITIONS", "parameters/minimum-conditions"),
                                finding("TIME_COUNTED", ""),
                                finding("ALTERNATIVE", "exclusions.X")),
                        with(rule)));
    }

    @Test
    void aFindingOfTheRulesThatIsMissingOrAddedIsADifference() {
        Finding rule = finding("NO_CONSENT", "requirements.NO_CONSENT");
        Finding other = finding("NO_PLAN", "requirements.NO_PLAN");
        assertEquals(
                List.of("finding NO_PLAN is recorded as nothing, the facts and rules give \"Checked NO_PLAN.\"."),
                differences(with(rule), with(rule, other)));
        assertEquals(
                List.of("finding NO_PLAN is recorded as \"Checked NO_PLAN.\", the facts and rules give nothing."),
                differences(with(rule, other), with(rule)));
    }

    @Test
    void twoFindingsOfOneCodeAreTwo() {
        Finding rule = finding("ONE_PRACTITIONER_PER_MONTH", "exclusions.X");
        assertEquals(1, differences(with(rule), with(rule, rule)).size());
        assertEquals(1, differences(with(rule, rule), with(rule)).size());
        assertEquals(List.of(), differences(with(rule, rule), with(rule, rule)));
    }

    @Test
    void aFieldThatIsNotThereIsADifference() {
        ObjectNode tree = Json.tree(with());
        tree.remove("reason");
        assertEquals(
                List.of("reason is recorded as nothing, the facts and rules give \"NO_CONSENT\"."),
                Recheck.compare(tree, with()).stream().map(Difference::sentence).toList());
    }
}
