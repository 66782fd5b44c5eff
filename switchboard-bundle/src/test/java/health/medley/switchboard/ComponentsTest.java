package health.medley.switchboard;

import static health.medley.switchboard.platform.Asking.ledger;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

class ComponentsTest {
    private final Platform platform = Platform.started().withComponents();
    private final TimeCounter ledger = platform.port(TimeCounter.class);

    @AfterEach
    void close() {
        platform.close();
    }

    private static Jar component(String version, String reference) {
        return Jar.component("vendor.ledger", version, """
                        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="the.ledger"
                            activate="activate">
                          <implementation class="health.medley.switchboard.fixtures.ComponentLedger"/>
                          <property name="service.ranking" type="Integer" value="1000"/>
                          <service><provide interface="health.medley.core.time.TimeCounter"/></service>
                          %s
                        </scr:component>
                        """.formatted(reference))
                .header(
                        "Provide-Capability",
                        "osgi.service;objectClass:List<String>=\"health.medley.core.time.TimeCounter\"");
    }

    private static String screeningReference(String target) {
        return "<reference name=\"screening\" interface=\"health.medley.core.eligibility.EligibilityService\" " + target
                + " bind=\"bindScreening\"/>";
    }

    @Test
    void aComponentIsGivenThePortAndNeverARawProvider() {
        platform.start(Jar.providing("vendor.screening", "5.0.0", "screening").header("Fixture-Ranking", "100000"));
        platform.start(component("1.0.0", screeningReference("")));
        assertEquals("1.0.0 asked 5.0.0", ledger(ledger, CALLER));
        Script.on("screening", call -> "from " + call.caller().origin());
        assertEquals("1.0.0 asked from vendor.ledger 1.0.0", ledger(ledger, CALLER));
    }

    @Test
    void aComponentKeepsItsPortWhileWhatIsBehindItIsSwapped() {
        platform.start(component("1.0.0", screeningReference("")));
        assertEquals(ErrorCode.SERVICE_ABSENT, Asking.code(() -> ledger(ledger, CALLER)));
        platform.start(Jar.providing("vendor.screening", "5.0.0", "screening"));
        platform.start(Jar.providing("vendor.screening", "6.0.0", "screening"));
        assertEquals("1.0.0 asked 5.0.0", ledger(ledger, CALLER));
        platform.ports().activate(CALLER, List.of(new Choice("vendor.screening", "6.0.0")));
        assertEquals("1.0.0 asked 6.0.0", ledger(ledger, CALLER));
    }

    @Test
    void aComponentThatWaitsForAServiceIsNamedWithWhatItWaitsFor() {
        platform.start(component("1.0.0", screeningReference("target=\"(medley.port=other)\"")));
        MedleyException absent = Asking.error(() -> ledger(ledger, CALLER));
        assertEquals(ErrorCode.SERVICE_ABSENT, absent.code());
        String sentence = "vendor.ledger 1.0.0 is active, but its component the.ledger waits for a service "
                + EligibilityService.class.getName() + " with (medley.port=other): provide what is missing or mend the"
                + " bundle, then start it again.";
        assertEquals(sentence, platform.ports().why(CALLER, "vendor.ledger"));
        assertEquals(
                "Nobody answers at TimeCounter. " + sentence, platform.ports().why(CALLER, "TimeCounter"));
    }

    @Test
    void aComponentThatThrowsWhileItIsActivatedIsNamedWithoutItsMessage() {
        Script.on("activate", call -> {
            throw new java.time.DateTimeException("patient Doe");
        });
        platform.start(component("1.0.0", screeningReference("")));
        assertEquals(ErrorCode.SERVICE_ABSENT, Asking.code(() -> ledger(ledger, CALLER)));
        String why = platform.ports().why(CALLER, "TimeCounter");
        assertTrue(why.contains("its component the.ledger threw java.time.DateTimeException while it was"), why);
        assertFalse(why.contains("Doe"), why);
    }

    @Test
    void aComponentThatCallsAPortWhileItIsActivatedIsRefused() {
        platform.start(Jar.providing("vendor.screening", "5.0.0", "screening"));
        Script.on("activate", call -> {
            EligibilityService port = call.port(EligibilityService.class);
            return port.decide(CALLER, null).missing().get(0);
        });
        platform.start(component("1.0.0", screeningReference("")));
        String why = platform.ports().why(CALLER, "vendor.ledger");
        assertTrue(why.contains("PORT_CALL_DURING_ACTIVATION"), why);
    }

    @Test
    void aBundleThatCannotBeWiredIsNamedWithWhatItLacks() {
        Jar jar = component("1.0.0", "").header("Import-Package", "org.nowhere;version=\"[3,4)\"");
        platform.install(jar);
        String why = platform.ports().why(CALLER, "vendor.ledger");
        assertTrue(why.contains("no bundle offers osgi.wiring.package"), why);
        assertTrue(why.contains("org.nowhere"), why);
        MedleyException refused =
                Asking.error(() -> platform.ports().activate(CALLER, List.of(new Choice("vendor.ledger", "1.0.0"))));
        assertTrue(refused.getMessage().contains("org.nowhere"), refused.getMessage());
    }

    @Test
    void aBundleThatIsOnlyInstalledIsNamedWithTheNextStep() throws Exception {
        Bundle bundle = platform.start(component("1.0.0", screeningReference("")));
        bundle.stop();
        assertEquals(
                "vendor.ledger 1.0.0 is installed and not started: start it, or choose it with activate.",
                platform.ports().why(CALLER, "vendor.ledger"));
    }
}
