package health.medley.switchboard;

import static health.medley.switchboard.platform.Asking.ledger;
import static health.medley.switchboard.platform.Asking.screening;
import static health.medley.switchboard.platform.Platform.CALLER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.eligibility.EligibilityService;
import health.medley.core.ports.Choice;
import health.medley.core.ports.Lease;
import health.medley.core.time.TimeCounter;
import health.medley.switchboard.platform.Asking;
import health.medley.switchboard.platform.Jar;
import health.medley.switchboard.platform.Platform;
import health.medley.switchboard.signals.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Bundle;

@Timeout(120)
class SwapTest {
    private static final Choice ONE = new Choice("vendor.ledger", "1.0.0");
    private static final Choice TWO = new Choice("vendor.ledger", "2.0.0");

    private final Platform platform = Platform.started();
    private final TimeCounter ledger = platform.port(TimeCounter.class);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch letGo = new CountDownLatch(1);

    @AfterEach
    void close() {
        letGo.countDown();
        threads.shutdown();
        platform.close();
    }

    private Bundle ledgerOf(String version) {
        return platform.start(Jar.providing("vendor.ledger", version, "ledger"));
    }

    private void activate(Choice... choices) {
        platform.ports().activate(CALLER, List.of(choices));
    }

    private void await(CountDownLatch latch) throws InterruptedException {
        assertTrue(latch.await(30, TimeUnit.SECONDS));
    }

    /** Calls of version 1.0.0 stay inside until let go; the latch counts those that came in. */
    private CountDownLatch holdCalls(int calls) {
        CountDownLatch inside = new CountDownLatch(calls);
        Script.on("ledger", call -> {
            if (call.version().equals("1.0.0")) {
                inside.countDown();
                await(letGo);
            }
            return call.version();
        });
        return inside;
    }

    @Test
    void callsInFlightFinishOnTheOldVersionWhileNewOnesAnswer() throws Exception {
        ledgerOf("1.0.0");
        CountDownLatch retired = new CountDownLatch(1);
        Script.on("deactivate", call -> {
            retired.countDown();
            return "";
        });
        CountDownLatch inside = holdCalls(20);
        List<Future<String>> held = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            held.add(threads.submit(() -> ledger(ledger, CALLER)));
        }
        await(inside);
        ledgerOf("2.0.0");
        activate(TWO);
        assertEquals("2.0.0", ledger(ledger, CALLER));
        assertEquals(1, retired.getCount());
        String why = platform.ports().why(CALLER, "vendor.ledger");
        assertTrue(
                why.contains("vendor.ledger 1.0.0 (generation 3) is replaced and finishes 20 calls in flight."), why);
        letGo.countDown();
        for (Future<String> each : held) {
            assertEquals("1.0.0", each.get());
        }
        await(retired);
    }

    @Test
    void aProviderThatIsStoppedInTheMiddleFinishesItsCalls() throws Exception {
        Bundle old = ledgerOf("1.0.0");
        CountDownLatch inside = holdCalls(5);
        List<Future<String>> held = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            held.add(threads.submit(() -> ledger(ledger, CALLER)));
        }
        await(inside);
        old.stop();
        assertEquals(ErrorCode.SERVICE_ABSENT, Asking.code(() -> ledger(ledger, CALLER)));
        letGo.countDown();
        for (Future<String> each : held) {
            assertEquals("1.0.0", each.get());
        }
    }

    @Test
    void nestedCallsSeeTheRoutingTheWorkBeganUnder() throws Exception {
        platform.start(Jar.providing("vendor.both", "1.0.0", "ledger,screening"));
        CountDownLatch inside = new CountDownLatch(1);
        Script.on("screening", call -> {
            inside.countDown();
            await(letGo);
            return call.version() + " asked " + ledger(call.port(TimeCounter.class), call.caller());
        });
        EligibilityService screening = platform.port(EligibilityService.class);
        Future<String> old = threads.submit(() -> screening(screening, CALLER));
        await(inside);
        platform.start(Jar.providing("vendor.both", "2.0.0", "ledger,screening"));
        activate(new Choice("vendor.both", "2.0.0"));
        letGo.countDown();
        assertEquals("1.0.0 asked 1.0.0", old.get());
        assertEquals("2.0.0 asked 2.0.0", screening(screening, CALLER));
    }

    @Test
    void aLeaseKeepsManyCallsOnOneRouting() {
        ledgerOf("1.0.0");
        try (Lease lease = platform.ports().open(CALLER)) {
            assertEquals("1.0.0", ledger(ledger, lease.caller()));
            ledgerOf("2.0.0");
            activate(TWO);
            assertEquals("1.0.0", ledger(ledger, lease.caller()));
            assertEquals("2.0.0", ledger(ledger, CALLER));
        }
    }

    /** With a read-write lock around calls this deadlocks: see the decision on counting. */
    @Test
    void aProviderThatCallsBackFromItsOwnThreadDuringADrainIsAnswered() throws Exception {
        platform.start(Jar.providing("vendor.both", "1.0.0", "ledger,screening"));
        CountDownLatch inside = new CountDownLatch(1);
        Script.on("screening", call -> {
            inside.countDown();
            await(letGo);
            Future<String> nested = threads.submit(() -> ledger(call.port(TimeCounter.class), call.caller()));
            return nested.get(30, TimeUnit.SECONDS);
        });
        Future<String> outer = threads.submit(() -> screening(platform.port(EligibilityService.class), CALLER));
        await(inside);
        platform.start(Jar.providing("vendor.both", "2.0.0", "ledger,screening"));
        activate(new Choice("vendor.both", "2.0.0"));
        letGo.countDown();
        assertEquals("1.0.0", outer.get(30, TimeUnit.SECONDS));
    }

    @Test
    void aCallerOfAnotherPlatformIsRefused() {
        ledgerOf("1.0.0");
        try (Platform other = Platform.started();
                Lease lease = other.ports().open(CALLER)) {
            assertEquals(ErrorCode.PIN_INVALID, Asking.code(() -> ledger(ledger, lease.caller())));
        }
    }

    @Test
    void thousandsOfSwapsUnderTwoSaturatedCallersFailNothing() throws Exception {
        platform.start(Jar.providing("vendor.both", "1.0.0", "ledger,screening"));
        platform.start(Jar.providing("vendor.both", "2.0.0", "ledger,screening"));
        Script.on("screening", call -> call.version() + ledger(call.port(TimeCounter.class), call.caller()));
        EligibilityService screening = platform.port(EligibilityService.class);
        AtomicBoolean done = new AtomicBoolean();
        AtomicLong calls = new AtomicLong();
        List<Future<Long>> callers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            callers.add(threads.submit(() -> mixed(screening, done, calls)));
        }
        for (int swap = 0; swap < 3_000; swap++) {
            activate(new Choice("vendor.both", swap % 2 == 0 ? "2.0.0" : "1.0.0"));
        }
        done.set(true);
        for (Future<Long> caller : callers) {
            assertEquals(0L, caller.get());
        }
        assertTrue(calls.get() > 3_000, "only " + calls + " calls were made");
    }

    private static long mixed(EligibilityService screening, AtomicBoolean done, AtomicLong calls) {
        long wrong = 0;
        while (!done.get()) {
            String answer = screening(screening, CALLER);
            wrong += answer.equals("1.0.01.0.0") || answer.equals("2.0.02.0.0") ? 0 : 1;
            calls.incrementAndGet();
        }
        return wrong;
    }

    @Test
    void aProviderThatWasReplacedCanBeChosenAgain() {
        ledgerOf("1.0.0");
        ledgerOf("2.0.0");
        activate(TWO);
        activate(ONE);
        assertEquals("1.0.0", ledger(ledger, CALLER));
    }
}
