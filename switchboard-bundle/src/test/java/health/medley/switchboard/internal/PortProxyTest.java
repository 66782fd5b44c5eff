package health.medley.switchboard.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Origin;
import health.medley.core.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PortProxyTest {
    private static final Origin CONSUMER = new Origin("consumer", "1.2.3", "");
    private static final Caller CALLER = Caller.of("tester", "practice", Role.HOST, "test");

    private final Routing routing = new Routing(() -> 0L, () -> {});
    private final Port port =
            new Port(0, new PortKey(Greeter.class.getName(), "main"), new ContractType(Greeter.class));
    private final Greeter greeter = (Greeter) new PortProxy(port, routing, new Activation(null), CONSUMER).object();
    private final List<Caller> seen = new ArrayList<>();

    private void provide(Supplier<String> answer) {
        Greeter provider = new Greeter() {
            @Override
            public String greet(Caller caller, String name) {
                seen.add(caller);
                String greeting = answer.get();
                return greeting == null ? null : greeting + name;
            }

            @Override
            public long age(Caller caller, long born) {
                return 2025 - born;
            }
        };
        Origin origin = new Origin("provider", "1.0.0", "");
        routing.replace(Map.of(0, new Generation(1, port.key(), origin, null, provider)), null);
    }

    private MedleyException failure() {
        return assertThrows(MedleyException.class, () -> greeter.greet(CALLER, "Ann"));
    }

    @Test
    void defaultMethodsAndPrimitivesPassThrough() {
        provide(() -> "hello ");
        assertEquals("hello Ann hello Ann", greeter.twice(CALLER, "Ann"));
        assertEquals(25L, greeter.age(CALLER, 2000));
    }

    @Test
    void theProviderSeesWhereTheCallCameFromAndItsRouting() {
        provide(() -> "");
        greeter.greet(CALLER, "Ann");
        Caller given = seen.get(0);
        assertEquals(CONSUMER, given.origin());
        assertEquals(routing.current().number(), given.pin().routing());
        assertEquals(CALLER, new Caller(given.user(), given.practice(), given.role(), given.purpose(), null, null));
    }

    @Test
    void aClaimedOriginIsReplacedByTheTrueOne() {
        provide(() -> "");
        Origin claimed = new Origin("somebody.else", "9.9.9", "ff");
        greeter.greet(new Caller("tester", "practice", Role.HOST, "test", claimed, null), "Ann");
        assertEquals(CONSUMER, seen.get(0).origin());
    }

    @Test
    void theSameCallerIsStampedOnceAndAgainAfterASwap() {
        provide(() -> "");
        greeter.greet(CALLER, "Ann");
        greeter.greet(CALLER, "Ann");
        assertSame(seen.get(0), seen.get(1));
        provide(() -> "");
        greeter.greet(CALLER, "Ann");
        assertNotEquals(seen.get(1).pin(), seen.get(2).pin());
    }

    @Test
    void aRoleWithoutThePermissionIsRefusedBeforeTheProviderIsAsked() {
        provide(() -> "");
        Caller coordinator = Caller.of("x", "y", Role.CARE_MANAGER, "z");
        assertEquals(25L, greeter.age(coordinator, 2000));
        Caller auditor = Caller.of("x", "y", Role.AUDITOR, "z");
        MedleyException denied = assertThrows(MedleyException.class, () -> greeter.age(auditor, 2000));
        assertEquals(ErrorCode.PERMISSION_DENIED, denied.code());
        assertTrue(denied.getMessage().contains("WRITE_CARE"), denied.getMessage());
        assertEquals(new Tally(0, 1, 0), routing.tally(0));
    }

    @Test
    void anExceptionOfOursPasses() {
        MedleyException ours = new MedleyException(ErrorCode.FACT_ABSENT, "Reading: nothing is there.");
        provide(() -> {
            throw ours;
        });
        assertSame(ours, failure());
        assertEquals(new Tally(0, 1, 0), routing.tally(0));
    }

    @Test
    void anyOtherExceptionIsToldByItsClassAndNeverByItsMessage() {
        provide(() -> {
            throw new IllegalStateException("patient Ann Doe", new RuntimeException("born 1941"));
        });
        MedleyException failure = failure();
        assertEquals(ErrorCode.PROVIDER_FAILED, failure.code());
        assertTrue(failure.getMessage().contains("java.lang.IllegalStateException"), failure.getMessage());
        assertTrue(failure.getMessage().contains("provider 1.0.0"), failure.getMessage());
        assertFalse(failure.toString().contains("Doe"));
        assertNull(failure.getCause());
        assertEquals(new Tally(0, 1, 1), routing.tally(0));
    }

    @Test
    void nullIsAProvidersFailureToo() {
        provide(() -> null);
        assertEquals(ErrorCode.PROVIDER_FAILED, failure().code());
        assertEquals(new Tally(0, 1, 1), routing.tally(0));
    }

    @Test
    void aLinkageErrorIsAProvidersFailureToo() {
        provide(() -> {
            throw new NoClassDefFoundError("gone");
        });
        assertEquals(ErrorCode.PROVIDER_FAILED, failure().code());
    }

    @Test
    void anErrorOfTheVirtualMachineIsRethrownAsItIs() {
        OutOfMemoryError error = new OutOfMemoryError("none left");
        provide(() -> {
            throw error;
        });
        assertSame(error, assertThrows(OutOfMemoryError.class, () -> greeter.greet(CALLER, "Ann")));
        assertEquals(new Tally(0, 1, 0), routing.tally(0));
    }

    @Test
    void anEmptyPortSaysWhichContractAndWhatToDo() {
        MedleyException failure = failure();
        assertEquals(ErrorCode.SERVICE_ABSENT, failure.code());
        assertTrue(failure.getMessage().contains(Greeter.class.getName()), failure.getMessage());
        assertTrue(failure.getMessage().contains("Install and start a bundle"), failure.getMessage());
    }

    @Test
    void aClosedPlatformSaysSo() {
        provide(() -> "");
        routing.close();
        assertEquals(ErrorCode.PLATFORM_CLOSED, failure().code());
    }

    @Test
    void aCallWithoutACallerIsRefused() {
        provide(() -> "");
        Caller nobody = null;
        assertEquals(
                ErrorCode.ARGUMENT_INVALID,
                assertThrows(MedleyException.class, () -> greeter.greet(nobody, "Ann"))
                        .code());
    }

    @Test
    void thePortAnswersForItselfAsAnObject() {
        assertEquals(greeter, greeter);
        assertNotEquals(greeter, new Object());
        assertEquals(System.identityHashCode(greeter), greeter.hashCode());
        assertEquals("port Greeter for consumer 1.2.3", greeter.toString());
    }

    @Test
    void whatIsNoContractIsRefused() {
        assertEquals(
                ErrorCode.CONTRACT_UNKNOWN,
                assertThrows(MedleyException.class, () -> new ContractType(Runnable.class))
                        .code());
    }
}
