package health.medley.switchboard;

import static health.medley.switchboard.platform.Asking.ledger;
import static health.medley.switchboard.platform.Asking.screening;
import static health.medley.switchboard.platform.Platform.CALLER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.eligibility.EligibilityService;
import health.medley.core.ports.Choice;
import health.medley.core.time.TimeCounter;
import health.medley.switchboard.platform.Asking;
import health.medley.switchboard.platform.Jar;
import health.medley.switchboard.platform.Platform;
import health.medley.switchboard.signals.Script;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

class ActivationTest {
    private final Platform platform = Platform.started();
    private final TimeCounter ledger = platform.port(TimeCounter.class);

    @AfterEach
    void close() {
        platform.close();
    }

    private static void brokenFrom(String version) {
        Script.on("activate", call -> {
            if (call.version().equals(version)) {
                throw new IllegalStateException("patient Doe");
            }
            return "";
        });
    }

    @Test
    void aProviderThatThrowsWhileItIsActivatedLeavesThePortEmptyAndSaysSo() {
        brokenFrom("1.0.0");
        platform.start(Jar.providing("vendor.ledger", "1.0.0", "ledger"));
        MedleyException absent = Asking.error(() -> ledger(ledger, CALLER));
        assertEquals(ErrorCode.SERVICE_ABSENT, absent.code());
        assertTrue(absent.getMessage().contains("vendor.ledger 1.0.0 is there, but it could not be constructed"));
        assertFalse(absent.getMessage().contains("Doe"));
    }

    @Test
    void aChoiceThatCannotBeActivatedChangesNothing() {
        brokenFrom("2.0.0");
        platform.start(Jar.providing("vendor.both", "1.0.0", "ledger,screening"));
        platform.start(Jar.providing("vendor.good", "3.0.0", "screening"));
        platform.start(Jar.providing("vendor.ledger", "2.0.0", "ledger"));
        long before = platform.ports().readiness(CALLER).routing();
        MedleyException refused = Asking.error(() -> platform.ports()
                .activate(CALLER, List.of(new Choice("vendor.good", "3.0.0"), new Choice("vendor.ledger", "2.0.0"))));
        assertEquals(ErrorCode.ARGUMENT_INVALID, refused.code());
        assertTrue(refused.getMessage().contains("Activating vendor.ledger 2.0.0"), refused.getMessage());
        assertTrue(refused.getMessage().contains("The routing is unchanged."), refused.getMessage());
        assertEquals(before, platform.ports().readiness(CALLER).routing());
        assertEquals("1.0.0", ledger(ledger, CALLER));
        assertEquals("1.0.0", screening(platform.port(EligibilityService.class), CALLER));
    }

    @Test
    void aChosenBundleThatIsOnlyInstalledIsStarted() {
        platform.start(Jar.providing("vendor.ledger", "1.0.0", "ledger"));
        platform.install(Jar.providing("vendor.ledger", "2.0.0", "ledger"));
        platform.ports().activate(CALLER, List.of(new Choice("vendor.ledger", "2.0.0")));
        assertEquals("2.0.0", ledger(ledger, CALLER));
    }

    @Test
    void aBundleStartedForARefusedChoiceIsStoppedAgain() {
        Bundle bundle = platform.install(Jar.providing("vendor.ledger", "1.0.0", "ledger"));
        brokenFrom("1.0.0");
        Asking.error(() -> platform.ports().activate(CALLER, List.of(new Choice("vendor.ledger", "1.0.0"))));
        assertEquals(Bundle.RESOLVED, bundle.getState());
    }

    @Test
    void aChoiceOfNothingThatIsInstalledIsRefusedWithWhatThereIs() {
        platform.start(Jar.providing("vendor.ledger", "1.0.0", "ledger"));
        MedleyException version =
                Asking.error(() -> platform.ports().activate(CALLER, List.of(new Choice("vendor.ledger", "7.0.0"))));
        assertTrue(version.getMessage().contains("that version is not installed; there are 1.0.0"));
        MedleyException name =
                Asking.error(() -> platform.ports().activate(CALLER, List.of(new Choice("nobody", "1.0.0"))));
        assertTrue(name.getMessage().contains("Nothing is called \"nobody\""), name.getMessage());
    }

    @Test
    void aProviderThatCallsAPortWhileItIsActivatedIsRefused() {
        platform.start(Jar.providing("vendor.screening", "1.0.0", "screening"));
        AtomicReference<ErrorCode> seen = new AtomicReference<>();
        Script.on("activate", call -> {
            EligibilityService port = call.port(EligibilityService.class);
            try {
                return screening(port, CALLER);
            } catch (MedleyException e) {
                seen.set(e.code());
                throw e;
            }
        });
        platform.start(Jar.providing("vendor.ledger", "1.0.0", "ledger"));
        assertEquals(ErrorCode.PORT_CALL_DURING_ACTIVATION, seen.get());
        assertEquals(ErrorCode.SERVICE_ABSENT, Asking.code(() -> ledger(ledger, CALLER)));
        String why = platform.ports().why(CALLER, "vendor.ledger");
        assertTrue(why.contains("it called the port EligibilityService.decide while being activated"), why);
    }

    @Test
    void othersMayCallPortsWhileAProviderIsBeingActivated() throws Exception {
        platform.start(Jar.providing("vendor.screening", "1.0.0", "screening"));
        EligibilityService port = platform.port(EligibilityService.class);
        AtomicReference<String> other = new AtomicReference<>();
        Script.on("activate", call -> {
            Thread thread = new Thread(() -> other.set(screening(port, CALLER)));
            thread.start();
            thread.join();
            return "";
        });
        platform.start(Jar.providing("vendor.ledger", "1.0.0", "ledger"));
        assertEquals("1.0.0", other.get());
        assertEquals("1.0.0", ledger(ledger, CALLER));
    }
}
