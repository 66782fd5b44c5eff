package health.medley.switchboard;

import static health.medley.switchboard.platform.Asking.ledger;
import static health.medley.switchboard.platform.Platform.CALLER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Role;
import health.medley.core.ServiceMonth;
import health.medley.core.ports.Choice;
import health.medley.core.ports.Lease;
import health.medley.core.rules.RuleLibrary;
import health.medley.core.rules.RuleSet;
import health.medley.core.rules.RuleSummary;
import health.medley.core.time.TimeCounter;
import health.medley.switchboard.platform.Asking;
import health.medley.switchboard.platform.Jar;
import health.medley.switchboard.platform.Platform;
import health.medley.switchboard.signals.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

class RuleRoutingTest {
    private static final ServiceMonth MONTH = ServiceMonth.parse("2025-03");

    private static Jar ccm(String version) {
        return Jar.rules("ccm-2025", version, "ccm", "2025-01", "2025-12");
    }

    private static String version(RuleLibrary library, Caller caller) {
        return library.find(caller, "ccm", MONTH).ref().version();
    }

    @Test
    void aRuleSetIsFoundByProgramAndMonth() {
        try (Platform platform = Platform.started()) {
            platform.install(ccm("1.0.0"));
            platform.install(Jar.rules("ccm-2026", "1.0.0", "ccm", "2026-01", "2026-12"));
            RuleLibrary library = platform.rules();
            assertEquals(
                    "ccm-2025 1.0.0", library.find(CALLER, "ccm", MONTH).ref().toString());
            assertEquals(
                    "ccm-2026 1.0.0",
                    library.find(CALLER, "ccm", ServiceMonth.parse("2026-12"))
                            .ref()
                            .toString());
            MedleyException absent = Asking.error(() -> library.find(CALLER, "ccm", ServiceMonth.parse("2027-01")));
            assertEquals(ErrorCode.RULES_ABSENT, absent.code());
            assertTrue(absent.getMessage().contains("ccm-2025 1.0.0 (ccm, 2025-01 to 2025-12)"), absent.getMessage());
            assertEquals(ErrorCode.RULES_ABSENT, Asking.code(() -> library.find(CALLER, "pcm", MONTH)));
        }
    }

    @Test
    void aSetHandedOutStaysUsableWhenItsBundleIsGone() throws Exception {
        try (Platform platform = Platform.started()) {
            Bundle bundle = platform.install(ccm("1.0.0"));
            RuleSet set = platform.rules().find(CALLER, "ccm", MONTH);
            try (Lease lease = platform.ports().open(CALLER)) {
                bundle.uninstall();
                assertTrue(set.files().get("program.yaml").contains("ccm-2025"));
                assertEquals("1.0.0", version(platform.rules(), lease.caller()));
                assertEquals(ErrorCode.RULES_ABSENT, Asking.code(() -> version(platform.rules(), CALLER)));
            }
        }
    }

    @Test
    void twoVersionsAtStartAreNotDecidedBetweenButAChoiceDecides() {
        for (String chosen : List.of("", "ccm-2025/1.1.0")) {
            Platform platform = Platform.initialised(Map.of("medley.routing.chosen", chosen));
            try (platform) {
                platform.install(ccm("1.0.0"));
                platform.install(ccm("1.1.0"));
                platform.start(platform.install(Platform.switchboard(), "file:switchboard"));
                platform.start();
                if (chosen.isEmpty()) {
                    assertEquals(ErrorCode.RULES_ABSENT, Asking.code(() -> version(platform.rules(), CALLER)));
                    String why = platform.ports().why(CALLER, "ccm-2025");
                    assertTrue(why.contains("several versions of its name and no choice"), why);
                } else {
                    assertEquals("1.1.0", version(platform.rules(), CALLER));
                }
            }
        }
    }

    @Test
    void aSecondVersionWaitsUntilItIsChosen() {
        try (Platform platform = Platform.started()) {
            platform.install(ccm("1.0.0"));
            platform.install(ccm("1.10.0"));
            assertEquals("1.0.0", version(platform.rules(), CALLER));
            platform.ports().activate(CALLER, List.of(new Choice("ccm-2025", "1.10.0")));
            assertEquals("1.10.0", version(platform.rules(), CALLER));
            List<RuleSummary> all = platform.rules().list(CALLER);
            assertEquals(
                    List.of("ccm-2025 1.0.0 false", "ccm-2025 1.10.0 true"),
                    all.stream().map(each -> each.ref() + " " + each.active()).toList());
            assertTrue(
                    all.get(0).why().contains("version 1.10.0 is"), all.get(0).why());
        }
    }

    @Test
    void twoNamesForOneMonthAreReportedAndAChosenOneWins() {
        try (Platform platform = Platform.started()) {
            platform.install(ccm("1.0.0"));
            platform.install(Jar.rules("vendor-ccm", "1.0.0", "ccm", "2025-03", "2025-06"));
            MedleyException two = Asking.error(() -> platform.rules().find(CALLER, "ccm", MONTH));
            assertEquals(ErrorCode.RULES_ABSENT, two.code());
            assertTrue(two.getMessage().contains("ccm-2025 1.0.0, vendor-ccm 1.0.0"), two.getMessage());
            platform.ports().activate(CALLER, List.of(new Choice("vendor-ccm", "1.0.0")));
            assertEquals(
                    "vendor-ccm",
                    platform.rules().find(CALLER, "ccm", MONTH).ref().name());
            assertEquals(
                    "ccm-2025",
                    platform.rules()
                            .find(CALLER, "ccm", ServiceMonth.parse("2025-09"))
                            .ref()
                            .name());
        }
    }

    @Test
    void theSameVersionWithOtherContentIsRefusedByItsHash() throws Exception {
        try (Platform platform = Platform.started()) {
            Bundle first = platform.install(ccm("1.0.0"));
            first.uninstall();
            platform.install(ccm("1.0.0").file("medley/rules/codes/99490.yaml", "code: changed\n"));
            assertEquals(List.of(), platform.rules().list(CALLER));
            String why = platform.ports().why(CALLER, "health.medley.rules.ccm-2025");
            assertTrue(why.contains("give changed rules a new version"), why);
        }
    }

    @Test
    void aBundleWhoseContentIsWrongIsNotUsedAndSaysWhy() {
        try (Platform platform = Platform.started()) {
            platform.install(ccm("1.0.0").header("Bundle-Version", "2.0.0"));
            assertEquals(List.of(), platform.rules().list(CALLER));
            String why = platform.ports().why(CALLER, "health.medley.rules.ccm-2025");
            assertTrue(why.contains("Make both say the same"), why);
        }
    }

    @Test
    void aProviderAndItsRulesMoveTogether() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Platform platform = Platform.started()) {
            for (String version : List.of("1.0.0", "2.0.0")) {
                platform.install(ccm(version));
                platform.start(Jar.providing("vendor.ledger", version, "ledger"));
            }
            Script.on("ledger", call -> call.version() + " " + version(call.port(RuleLibrary.class), call.caller()));
            TimeCounter ledger = platform.port(TimeCounter.class);
            AtomicBoolean done = new AtomicBoolean();
            List<Future<Integer>> callers = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                callers.add(threads.submit(() -> mixed(ledger, done)));
            }
            for (int swap = 0; swap < 500; swap++) {
                String version = swap % 2 == 0 ? "2.0.0" : "1.0.0";
                platform.ports()
                        .activate(
                                CALLER, List.of(new Choice("vendor.ledger", version), new Choice("ccm-2025", version)));
            }
            done.set(true);
            for (Future<Integer> caller : callers) {
                assertEquals(0, caller.get());
            }
        } finally {
            threads.shutdown();
        }
    }

    private static int mixed(TimeCounter ledger, AtomicBoolean done) {
        int mixed = 0;
        while (!done.get()) {
            String[] versions = ledger(ledger, CALLER).split(" ");
            mixed += versions[0].equals(versions[1]) ? 0 : 1;
        }
        return mixed;
    }

    @Test
    void whoMayNotAdministerMayNotMoveTheRouting() {
        try (Platform platform = Platform.started()) {
            platform.install(ccm("1.0.0"));
            Caller auditor = Caller.of("somebody", "practice", Role.AUDITOR, "test");
            assertEquals(ErrorCode.PERMISSION_DENIED, Asking.code(() -> platform.ports()
                    .activate(auditor, List.of(new Choice("ccm-2025", "1.0.0")))));
            assertEquals(1, platform.rules().list(auditor).size());
            Caller coordinator = Caller.of("somebody", "practice", Role.CARE_MANAGER, "test");
            assertEquals(ErrorCode.PERMISSION_DENIED, Asking.code(() -> platform.rules()
                    .list(coordinator)));
        }
    }
}
