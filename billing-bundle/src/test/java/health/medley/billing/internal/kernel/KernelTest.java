package health.medley.billing.internal.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.billing.internal.FakePorts;
import health.medley.billing.internal.RuleFolder;
import health.medley.billing.internal.plan.CodeRule;
import health.medley.billing.internal.plan.RuleCompiler;
import health.medley.billing.internal.plan.RulePlan;
import health.medley.core.Finding;
import health.medley.core.billing.CaseRequest;
import health.medley.core.billing.CaseRow;
import health.medley.core.billing.Determination;
import health.medley.core.billing.Status;
import health.medley.core.rules.RuleSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each test breaks one rule of the 2025 rule set, or proposes what no sound rule set would. */
class KernelTest {
    private static Determination decide(RuleSet rules, Map<String, String> columns) {
        Map<String, String> row = new TreeMap<>(columns);
        row.put("service_month", "2025-06");
        return FakePorts.billing()
                .evaluate(
                        FakePorts.CALLER,
                        new CaseRequest("cases.csv", List.of(new CaseRow(2, row)), Optional.of(rules)))
                .get(0)
                .determination()
                .orElseThrow();
    }

    private static Finding broken(Determination answer, String code) {
        return answer.findings().stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + code + " in " + answer.reason() + answer.findings()));
    }

    @Test
    void nothingIsBilledWithoutConsentWhenTheRulesForgetIt() {
        RuleSet rules = RuleFolder.changed(
                "eligibility.yaml",
                text -> text.replace(
                        "met-when: {fact: consent_date, at-most: {fact: month_end}}",
                        "fails-when: {fact: consent_date, below: {fact: month_start, minus: 9000 days}}"));
        Determination answer = decide(rules, Map.of("staff_minutes", "25", "consent_date", ""));
        assertEquals(Status.NO_BILL, answer.status());
        assertEquals("KERNEL_CONSENT", answer.reason());
        assertTrue(answer.codes().isEmpty());
        assertTrue(broken(answer, "KERNEL_CONSENT").sentence().contains("codes/99490.yaml:"));
    }

    @Test
    void nothingIsBilledAfterARevocationWhenTheRulesForgetIt() {
        RuleSet rules = RuleFolder.changed(
                "eligibility.yaml",
                text -> text.replace("below: {fact: month_start}}", "below: {fact: month_start, minus: 9000 days}}"));
        Determination answer = decide(rules, Map.of("staff_minutes", "25", "consent_revoked_date", "2025-05-31"));
        assertEquals(Status.NO_BILL, answer.status());
    }

    @Test
    void aPersonalCodeNeverGoesOnStaffTime() {
        RuleSet rules = RuleFolder.changed(
                "program.yaml",
                text -> text.replace(
                        "{counts: [practitioner], fact: practitioner_seconds",
                        "{counts: [practitioner], fact: pooled_seconds"));
        Determination answer = decide(
                rules, Map.of("staff_minutes", "35", "practitioner_minutes", "1", "declared_track", "practitioner"));
        assertEquals(Status.HOLD, answer.status());
        assertTrue(broken(answer, "KERNEL_PERFORMER").sentence().contains("codes/99491.yaml:"));
    }

    @Test
    void aSecondIsNotBilledTwice() {
        RuleSet rules = RuleFolder.changed(
                "codes/99439.yaml", text -> text.replace("each: 20 min, after: 20 min", "each: 20 min, after: 1 min"));
        Determination answer = decide(rules, Map.of("staff_minutes", "25"));
        assertEquals(Status.HOLD, answer.status());
        assertTrue(broken(answer, "KERNEL_TIME").sentence().contains("codes/99439.yaml:"));
    }

    @Test
    void loggedTimeThatWasCountedOnceIsNotBilledTwice() {
        RuleSet rules = RuleFolder.changed(
                "program.yaml",
                text -> text.replace("practitioner], fact: pooled_seconds", "practitioner], fact: logged_seconds"));
        Determination answer = decide(rules, Map.of("staff_minutes", "15", "extra_facts", "raw_logged=30"));
        assertEquals(Status.HOLD, answer.status());
        broken(answer, "KERNEL_TIME");
    }

    @Test
    void oneFamilyIsBilledBesideACodeAlreadyOnAClaim() {
        Determination answer =
                decide(RuleFolder.ccm(2025), Map.of("staff_minutes", "65", "other_codes_same_month", "99491@P1"));
        assertEquals(Status.HOLD, answer.status());
        broken(answer, "KERNEL_ONE_FAMILY");
    }

    private static Kernel.Ruling propose(String date, Map<String, String> facts, Map<String, Integer> units) {
        RulePlan plan = RuleCompiler.compile(RuleFolder.ccm(2025));
        Map<String, CodeRule> rules =
                plan.parts().codes().stream().collect(Collectors.toMap(CodeRule::code, rule -> rule));
        List<Proposal.Line> lines = new ArrayList<>();
        new TreeMap<>(units).forEach((code, count) -> lines.add(new Proposal.Line(rules.get(code), count)));
        Map<String, String> all = new TreeMap<>(Map.of(
                "consent_date", "2025-01-01",
                "month_start", "2025-06-01",
                "month_end", "2025-06-30",
                "pooled_seconds", "36000",
                "practitioner_seconds", "36000"));
        all.putAll(facts);
        Map<String, String> families =
                plan.parts().codes().stream().collect(Collectors.toMap(CodeRule::code, CodeRule::family));
        return new Kernel(families)
                .rule(new Proposal(
                        Status.BILL, lines, LocalDate.parse(date), all, all.getOrDefault("other_codes", "")));
    }

    private static void stops(Kernel.Ruling ruling, Status status, String code) {
        assertEquals(status, ruling.status());
        assertEquals(
                List.of(code), ruling.findings().stream().map(Finding::code).toList());
        assertTrue(ruling.findings().get(0).clause().isPresent());
    }

    @Test
    void aSoundProposalPasses() {
        Kernel.Ruling ruling = propose("2025-06-30", Map.of(), Map.of("99490", 1, "99439", 2));
        assertEquals(Status.BILL, ruling.status());
        assertTrue(ruling.findings().isEmpty());
    }

    @Test
    void twoFamiliesAreStopped() {
        stops(propose("2025-06-30", Map.of(), Map.of("99490", 1, "99491", 1)), Status.HOLD, "KERNEL_ONE_FAMILY");
    }

    @Test
    void whatLostItsPlaceInTheMonthIsStopped() {
        Kernel.Ruling ruling = propose("2025-06-30", Map.of("outside_the_set", "ONCE_PER_MONTH"), Map.of("99490", 1));
        assertEquals(Status.NO_BILL, ruling.status());
        assertEquals("ONCE_PER_MONTH", ruling.findings().get(0).code());
    }

    @Test
    void anAddOnWithoutItsBaseIsStopped() {
        stops(propose("2025-06-30", Map.of(), Map.of("99439", 1)), Status.HOLD, "KERNEL_BASE");
    }

    @Test
    void moreUnitsThanTheCapAreStopped() {
        stops(propose("2025-06-30", Map.of(), Map.of("99490", 1, "99439", 3)), Status.HOLD, "KERNEL_UNITS");
        stops(propose("2025-06-30", Map.of(), Map.of("99490", 1, "99439", 0)), Status.HOLD, "KERNEL_UNITS");
    }

    @Test
    void aCodeOutsideItsValidDaysIsStopped() {
        stops(propose("2014-06-30", Map.of(), Map.of("99490", 1)), Status.NO_BILL, "KERNEL_VALID");
    }

    @Test
    void aDayAfterDeathIsStopped() {
        stops(propose("2025-06-30", Map.of("death", "2025-06-29"), Map.of("99490", 1)), Status.HOLD, "KERNEL_DEATH");
    }

    @Test
    void aCodeAlreadyOnAClaimIsNotBilledAgain() {
        stops(
                propose("2025-06-30", Map.of("other_codes", "99490@P1"), Map.of("99490", 1)),
                Status.HOLD,
                "KERNEL_TWICE");
    }
}
