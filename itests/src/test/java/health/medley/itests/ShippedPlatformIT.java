package health.medley.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.billing.BillingService;
import health.medley.core.chart.ChartSource;
import health.medley.core.command.Command;
import health.medley.core.eligibility.EligibilityService;
import health.medley.core.ports.PortStatus;
import health.medley.core.ports.Ports;
import health.medley.core.rules.RuleLibrary;
import health.medley.core.rules.RuleSummary;
import health.medley.core.time.TimeCounter;
import health.medley.itests.support.Said;
import health.medley.launcher.BundleReport;
import health.medley.launcher.Contribution;
import health.medley.launcher.Medley;
import health.medley.launcher.MedleyConfig;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What stands when the shipped bundles are started. */
class ShippedPlatformIT {
    private static Medley medley;

    @BeforeAll
    static void start() {
        medley = Medley.start(new MedleyConfig());
    }

    @AfterAll
    static void stop() {
        medley.close();
    }

    @Test
    void everyBundleIsActive() {
        List<BundleReport> bundles = medley.report().bundles();
        assertEquals(
                List.of(), bundles.stream().filter(bundle -> !bundle.active()).toList());
        assertEquals(List.of(), medley.report().problems());
        assertTrue(bundles.size() >= 20, "bundles: " + bundles.size());
        for (String name : List.of("switchboard", "eligibility", "coordination", "billing", "chartfhir", "cli")) {
            assertTrue(
                    bundles.stream().anyMatch(bundle -> bundle.name().equals("health.medley." + name)),
                    () -> name + " is not among " + bundles);
        }
    }

    @Test
    void thePlatformIsReady() {
        assertTrue(medley.readiness().ready());
        assertEquals(List.of(), medley.readiness().reasons());
    }

    @Test
    void everyRequiredPortIsFilledAndNamesWhoAnswersByItsHash() {
        Map<String, PortStatus> ports = medley.port(Ports.class).status(Said.TESTER).stream()
                .filter(port -> port.id().equals("main"))
                .collect(Collectors.toMap(PortStatus::contract, Function.identity()));
        for (Class<?> contract : List.of(EligibilityService.class, TimeCounter.class, BillingService.class)) {
            PortStatus port = ports.get(contract.getName());
            assertTrue(port.required(), contract.getName());
            assertTrue(port.provider().isPresent(), port::why);
            assertTrue(port.provider().get().sha256().matches("[0-9a-f]{64}"), port::toString);
            assertFalse(port.why().isBlank());
        }
    }

    @Test
    void whyAnswersInASentenceForEveryKindOfName() {
        Ports ports = medley.port(Ports.class);
        for (String name : List.of("health.medley.billing", TimeCounter.class.getName(), "TimeCounter", "ccm-2025")) {
            String why = ports.why(Said.TESTER, name);
            assertTrue(why.endsWith("."), () -> name + ": " + why);
            assertFalse(why.contains("\n"), () -> name + ": " + why);
        }
        String unknown = ports.why(Said.TESTER, "no-such-thing");
        assertTrue(unknown.contains("health.medley.billing"), unknown);
    }

    @Test
    void theRulesOfEveryYearAndProgramAnswer() {
        List<RuleSummary> rules = medley.port(RuleLibrary.class).list(Said.TESTER);
        assertEquals(
                List.of("ccm-2020", "ccm-2021", "ccm-2022", "ccm-2023", "ccm-2024", "ccm-2025", "ccm-2026"),
                rules.stream()
                        .filter(rule -> rule.program().equals("ccm"))
                        .map(rule -> rule.ref().name())
                        .toList());
        assertEquals(
                Set.of(
                        "apcm",
                        "bhi",
                        "ccm",
                        "chi",
                        "clinic",
                        "cocm",
                        "cpm",
                        "pcm",
                        "pin",
                        "planning",
                        "rpm",
                        "rtm",
                        "tcm"),
                rules.stream().map(RuleSummary::program).collect(Collectors.toSet()));
        assertTrue(rules.stream().allMatch(RuleSummary::active), rules::toString);
    }

    @Test
    void theCommandsAndTheChartReaderContribute() {
        List<String> commands = medley.contributions(Command.class).stream()
                .map(Contribution::id)
                .toList();
        assertTrue(
                commands.containsAll(List.of("demo", "doctor", "evaluate", "rules check", "rules pack", "run")),
                commands::toString);
        assertEquals(
                List.of("fhir-files", "record"),
                medley.contributions(ChartSource.class).stream()
                        .map(Contribution::id)
                        .toList());
    }
}
