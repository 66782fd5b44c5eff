package health.medley.switchboard;

import static health.medley.switchboard.platform.Asking.ledger;
import static health.medley.switchboard.platform.Platform.CALLER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.ports.Choice;
import health.medley.core.time.TimeCounter;
import health.medley.switchboard.platform.Asking;
import health.medley.switchboard.platform.Jar;
import health.medley.switchboard.platform.Platform;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

class CandidatesTest {
    private static final Jar A = Jar.providing("vendor.a", "1.0.0", "ledger");
    private static final Jar B = Jar.providing("vendor.b", "2.0.0", "ledger");

    private static Platform startedTogether(Map<String, String> settings, Jar... jars) {
        Platform platform = Platform.initialised(settings);
        platform.start(platform.install(Platform.switchboard(), "file:switchboard"));
        for (Jar jar : jars) {
            platform.start(platform.install(jar));
        }
        platform.start();
        return platform;
    }

    private static String answer(Platform platform) {
        return ledger(platform.port(TimeCounter.class), CALLER);
    }

    @Test
    void ofTwoThatStartTogetherNobodyAnswersAndThePortSaysSo() {
        try (Platform platform = startedTogether(Map.of(), A, B)) {
            MedleyException absent = Asking.error(() -> answer(platform));
            assertEquals(ErrorCode.SERVICE_ABSENT, absent.code());
            assertTrue(absent.getMessage().contains("vendor.a 1.0.0, vendor.b 2.0.0"), absent.getMessage());
            assertTrue(absent.getMessage().contains("choose one with activate"), absent.getMessage());
            platform.ports().activate(CALLER, List.of(new Choice("vendor.b", "2.0.0")));
            assertEquals("2.0.0", answer(platform));
        }
    }

    @Test
    void theOnlyOneAnswersOnceTheFrameworkHasStarted() {
        try (Platform platform = startedTogether(Map.of(), A)) {
            assertEquals("1.0.0", answer(platform));
        }
    }

    @Test
    void theOneTheOperatorChoseAnswersFromTheStart() {
        try (Platform platform = startedTogether(Map.of("medley.routing.chosen", "vendor.b/2.0.0"), A, B)) {
            assertEquals("2.0.0", answer(platform));
        }
    }

    @Test
    void theChosenOneTakesOverWhenItComesLater() {
        try (Platform platform = Platform.started(Map.of("medley.routing.chosen", "vendor.b/2.0.0"))) {
            platform.start(A);
            assertEquals("1.0.0", answer(platform));
            platform.start(B);
            assertEquals("2.0.0", answer(platform));
        }
    }

    @Test
    void theFirstToBeStartedDoesNotWinOverOneThatIsInstalledWithIt() throws Exception {
        String says = "osgi.service;objectClass:List<String>=\"" + TimeCounter.class.getName() + "\"";
        Jar announcing = Jar.providing("vendor.b", "2.0.0", "ledger").header("Provide-Capability", says);
        try (Platform platform = Platform.started()) {
            Bundle second = platform.install(announcing);
            platform.start(A);
            MedleyException absent = Asking.error(() -> answer(platform));
            assertTrue(absent.getMessage().contains("vendor.a 1.0.0, vendor.b 2.0.0"), absent.getMessage());
            second.uninstall();
            assertEquals("1.0.0", answer(platform));
            platform.install(announcing);
            assertEquals("1.0.0", answer(platform));
        }
    }

    @Test
    void aSecondCandidateLeavesTheFirstInPlaceAndIsToldHowToTakeOver() {
        try (Platform platform = Platform.started()) {
            platform.start(A);
            platform.start(B);
            assertEquals("1.0.0", answer(platform));
            String why = platform.ports().why(CALLER, "vendor.b");
            assertEquals(
                    "vendor.b 2.0.0 is a candidate for TimeCounter, where vendor.a 1.0.0 answers:"
                            + " choose it with activate.",
                    why);
        }
    }

    @Test
    void whenTheChosenOneGoesNobodyStepsInUnasked() throws Exception {
        try (Platform platform = Platform.started()) {
            platform.start(A);
            Bundle chosen = platform.start(B);
            platform.ports().activate(CALLER, List.of(new Choice("vendor.b", "2.0.0")));
            chosen.stop();
            MedleyException absent = Asking.error(() -> answer(platform));
            assertTrue(absent.getMessage().contains("vendor.b 2.0.0 is gone"), absent.getMessage());
            chosen.start();
            assertEquals("2.0.0", answer(platform));
        }
    }

    @Test
    void whenTheUnchosenOneGoesTheOnlyOtherAnswers() throws Exception {
        try (Platform platform = Platform.started()) {
            Bundle first = platform.start(A);
            platform.start(B);
            first.stop();
            assertEquals("2.0.0", answer(platform));
        }
    }

    @Test
    void thePlatformIsReadyOnceEveryRequiredPortIsFilled() throws Exception {
        try (Platform platform = Platform.started(Map.of("medley.ports.required", TimeCounter.class.getName()))) {
            assertFalse(platform.ports().readiness(CALLER).ready());
            assertEquals(
                    List.of("Nobody answers at TimeCounter. Install and start a bundle that provides it."),
                    platform.ports().readiness(CALLER).reasons());
            Bundle bundle = platform.start(A);
            assertTrue(platform.ports().readiness(CALLER).ready());
            bundle.stop();
            assertFalse(platform.ports().readiness(CALLER).ready());
        }
    }
}
