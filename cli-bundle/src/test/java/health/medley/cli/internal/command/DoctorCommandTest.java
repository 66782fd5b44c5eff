package health.medley.cli.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.core.Origin;
import health.medley.core.ServiceMonth;
import health.medley.core.command.ExitStatus;
import health.medley.core.rules.RuleRef;
import health.medley.core.rules.RuleSummary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-06-01T12:00:00Z"), ZoneId.of("UTC"));

    @TempDir
    private Path folder;

    private final FakePlatform platform = new FakePlatform();
    private final Captured output = new Captured();

    private ExitStatus examine(String... words) {
        return output.run(new DoctorCommand(platform.ports, platform.library(), CLOCK), folder, words);
    }

    @Test
    void exitsZeroWhereEverythingWorks() {
        platform.ports.port(
                "health.medley.core.billing.BillingService", true, Optional.of(new Origin("b", "1", "")), "b answers.");
        assertEquals(ExitStatus.DONE, examine());
        assertTrue(output.text().contains("Rules for ccm"), output.text());
    }

    @Test
    void exitsFourWhereARequiredPortIsEmptyAndSaysWhatToMend() throws IOException {
        platform.ports.ready = false;
        platform.ports.port("health.medley.core.billing.BillingService", true, Optional.empty(), "Install billing.");
        assertEquals(ExitStatus.PLATFORM_FAILED, examine("--json"));
        String text = output.text();
        assertEquals(false, new ObjectMapper().readTree(text).at("/working").asBoolean());
        assertTrue(text.contains("\"Port BillingService\""), text);
        assertTrue(text.contains("Install billing."), text);
    }

    @Test
    void namesMonthsWithoutRules() {
        List<Check> checks = PlatformChecks.rules(
                List.of(rules("a", "2024-01", "2024-11"), rules("b", "2025-01", "2025-12")), YearMonth.of(2025, 6));
        assertEquals(Check.State.ATTENTION, checks.get(0).state());
        assertEquals(
                "a 1.0.0, b 1.0.0: 2024-01 to 2025-12, without 2024-12",
                checks.get(0).found());
    }

    @Test
    void looksForRulesOfTheCurrentMonth() {
        List<RuleSummary> rules = List.of(rules("a", "2024-01", "2024-12"));
        assertEquals(
                Check.State.OK,
                PlatformChecks.rules(rules, YearMonth.of(2024, 6)).get(0).state());
        assertEquals(
                Check.State.ATTENTION,
                PlatformChecks.rules(rules, YearMonth.of(2025, 1)).get(0).state());
        assertEquals(
                Check.State.ATTENTION,
                PlatformChecks.rules(List.of(), YearMonth.of(2025, 1)).get(0).state());
    }

    @Test
    void judgesTheMachine() {
        assertEquals(Check.State.BROKEN, MachineChecks.java(11).state());
        assertEquals(Check.State.OK, MachineChecks.java(25).state());
        assertEquals(Check.State.ATTENTION, MachineChecks.memory(64).state());
        assertEquals(
                Check.State.BROKEN,
                MachineChecks.temporary(folder.resolve("no")).state());
        assertEquals(Check.State.ATTENTION, MachineChecks.home(folder).state());
        assertEquals(
                Check.State.ATTENTION,
                MachineChecks.clock(Clock.fixed(Instant.EPOCH, ZoneId.of("UTC")))
                        .state());
        assertEquals(
                Check.State.ATTENTION,
                MachineChecks.text(StandardCharsets.US_ASCII, "ANSI_X3.4-1968").state());
        assertEquals(
                Check.State.OK,
                MachineChecks.text(StandardCharsets.UTF_8, "UTF-8").state());
    }

    private static RuleSummary rules(String name, String from, String to) {
        return new RuleSummary(
                new RuleRef(name, "1.0.0", "0"), "ccm", ServiceMonth.parse(from), ServiceMonth.parse(to), true, "");
    }
}
