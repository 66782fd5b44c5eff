package health.medley.switchboard;

import static health.medley.switchboard.platform.Asking.command;
import static health.medley.switchboard.platform.Platform.CALLER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Origin;
import health.medley.core.command.Command;
import health.medley.core.command.ExitStatus;
import health.medley.core.ports.Choice;
import health.medley.core.ports.PortStatus;
import health.medley.core.ports.Ports;
import health.medley.core.time.TimeCounter;
import health.medley.switchboard.platform.Asking;
import health.medley.switchboard.platform.Jar;
import health.medley.switchboard.platform.Platform;
import health.medley.switchboard.signals.Script;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;

class ContributionTest {
    private final Platform platform = Platform.started();

    @AfterEach
    void close() {
        platform.close();
    }

    private ServiceReference<Command> reference(String id) {
        return platform.reference(Command.class, id, platform.host());
    }

    private Command port(String id) {
        return platform.port(Command.class, id, platform.host());
    }

    private PortStatus status(Class<?> contract) {
        return platform.ports().status(CALLER).stream()
                .filter(each -> each.contract().equals(contract.getName()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachContributionHasItsPortWithWhatItsProviderDeclares() {
        platform.start(Jar.providing("vendor.a", "1.0.0", "command:sing,command:dance"));
        assertEquals("1.0.0", command(port("sing"), CALLER));
        assertEquals("1.0.0", command(port("dance"), CALLER));
        assertEquals("sing", reference("sing").getProperty("medley.id"));
        assertEquals("of 1.0.0", reference("sing").getProperty("medley.summary"));
        assertNull(reference("sing").getProperty("private"));
    }

    @Test
    void thePortVanishesWithItsProviderAndComesBackTheSame() throws Exception {
        Bundle bundle = platform.start(Jar.providing("vendor.a", "1.0.0", "command:sing"));
        Command held = port("sing");
        bundle.stop();
        assertNull(reference("sing"));
        MedleyException absent = Asking.error(() -> command(held, CALLER));
        assertEquals(ErrorCode.SERVICE_ABSENT, absent.code());
        assertTrue(absent.getMessage().contains("with the id \"sing\""), absent.getMessage());
        bundle.start();
        assertNotNull(reference("sing"));
        assertEquals("1.0.0", command(held, CALLER));
    }

    @Test
    void aSwapTakesTheDeclaredPropertiesAlong() {
        platform.start(Jar.providing("vendor.a", "1.0.0", "command:sing"));
        platform.start(Jar.providing("vendor.a", "2.0.0", "command:sing"));
        ServiceReference<Command> before = reference("sing");
        platform.ports().activate(CALLER, List.of(new Choice("vendor.a", "2.0.0")));
        assertEquals(before, reference("sing"));
        assertEquals("of 2.0.0", reference("sing").getProperty("medley.summary"));
    }

    @Test
    void whatTheProviderDeclaresAnewIsDeclaredAnew() {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("medley.id", "host-command");
        properties.put("medley.version", "4.5.6");
        Command command = (caller, call, output) -> {
            output.line(caller.origin().bundle());
            return ExitStatus.DONE;
        };
        ServiceRegistration<Command> registration = platform.host().registerService(Command.class, command, properties);
        properties.put("medley.summary", "new");
        registration.setProperties(properties);
        assertEquals("new", reference("host-command").getProperty("medley.summary"));
        assertEquals(
                new Origin("host", "4.5.6", ""),
                status(Command.class).provider().orElseThrow());
        properties.put("medley.id", "another");
        registration.setProperties(properties);
        assertNull(reference("host-command"));
        assertEquals("host", command(port("another"), CALLER));
    }

    @Test
    void aContributionWithoutAnIdIsNotRoutedToAndSaysWhy() {
        platform.start(Jar.providing("vendor.a", "1.0.0", "command:"));
        String why = platform.ports().why(CALLER, "vendor.a");
        assertTrue(why.contains("without the property medley.id"), why);
    }

    @Test
    void theProviderSeesTheBundleTheCallCameFrom() {
        platform.start(Jar.providing("vendor.ledger", "1.0.0", "ledger"));
        Bundle consumer = platform.install(
                Jar.providing("consumer", "3.2.1", "command:ask").bytes(),
                "medley:" + "ab".repeat(32) + "/consumer.jar");
        platform.start(consumer);
        Script.on(
                "ledger",
                call -> call.caller().origin() + " " + call.caller().origin().sha256());
        Script.on("command", call -> Asking.ledger(call.port(TimeCounter.class), call.caller()));
        assertEquals("consumer 3.2.1 " + "ab".repeat(32), command(port("ask"), CALLER));
    }

    @Test
    void callsAndFailuresAreCounted() {
        platform.start(Jar.providing("vendor.ledger", "1.0.0", "ledger"));
        TimeCounter ledger = platform.port(TimeCounter.class);
        Asking.ledger(ledger, CALLER);
        MedleyException failed = Asking.error(() -> ledger.count(CALLER, null));
        assertEquals(ErrorCode.PROVIDER_FAILED, failed.code());
        assertFalse(failed.getMessage().contains("Doe"), failed.getMessage());
        assertTrue(failed.getMessage().contains("vendor.ledger 1.0.0 threw java.lang.UnsupportedOperationException"));
        PortStatus status = status(TimeCounter.class);
        assertEquals(List.of(2L, 1L, 0L), List.of(status.calls(), status.failures(), status.inFlight()));
        assertEquals(
                "vendor.ledger 1.0.0 answers at TimeCounter as generation 3: it was the only candidate when it came.",
                status.why());
    }

    @Test
    void theSwitchboardsOwnContractsAreAnsweredByNobodyElse() {
        platform.host().registerService(Ports.class, platform.ports(), null);
        String why = platform.ports().why(CALLER, "host");
        assertTrue(why.contains("which only the switchboard implements"), why);
        assertEquals(
                "health.medley.switchboard",
                status(Ports.class).provider().orElseThrow().bundle());
    }
}
