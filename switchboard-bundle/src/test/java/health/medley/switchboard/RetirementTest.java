package health.medley.switchboard;

import static health.medley.switchboard.platform.Asking.ledger;
import static health.medley.switchboard.platform.Platform.CALLER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.ports.Choice;
import health.medley.core.time.TimeCounter;
import health.medley.switchboard.platform.Asking;
import health.medley.switchboard.platform.Jar;
import health.medley.switchboard.platform.Platform;
import health.medley.switchboard.signals.Script;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;

@Timeout(120)
class RetirementTest {
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
    void aCallerKeptBeyondItsRoutingIsRefused() throws Exception {
        ledgerOf("1.0.0");
        CountDownLatch retired = new CountDownLatch(1);
        Script.on("deactivate", call -> {
            retired.countDown();
            return "";
        });
        List<Caller> kept = new ArrayList<>();
        Script.on("ledger", call -> {
            kept.add(call.caller());
            return call.version();
        });
        ledger(ledger, CALLER);
        ledgerOf("2.0.0");
        activate(TWO);
        await(retired);
        assertEquals(ErrorCode.PIN_INVALID, Asking.code(() -> ledger(ledger, kept.get(0))));
    }

    @Test
    void theClassLoaderOfARetiredProviderIsCollected() throws Exception {
        Bundle old = ledgerOf("1.0.0");
        ReferenceQueue<ClassLoader> queue = new ReferenceQueue<>();
        WeakReference<ClassLoader> loader =
                new WeakReference<>(old.adapt(BundleWiring.class).getClassLoader(), queue);
        CountDownLatch retired = new CountDownLatch(1);
        Script.on("deactivate", call -> {
            retired.countDown();
            return "";
        });
        for (int call = 0; call < 20_000; call++) {
            ledger(ledger, CALLER);
        }
        assertEquals(ErrorCode.PROVIDER_FAILED, Asking.code(() -> ledger.count(CALLER, null)));
        ledgerOf("2.0.0");
        activate(TWO);
        await(retired);
        old.uninstall();
        assertTrue(collected(queue), "the loader of the retired bundle is still held");
        assertNull(loader.get());
        assertEquals("2.0.0", ledger(ledger, CALLER));
    }

    private static boolean collected(ReferenceQueue<ClassLoader> queue) throws InterruptedException {
        for (int attempt = 0; attempt < 100; attempt++) {
            System.gc();
            if (queue.remove(100) != null) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aGenerationThatDoesNotFinishIsNamedWithItsThreads() throws Exception {
        try (Platform impatient = Platform.started(Map.of("medley.drain.seconds", "0"))) {
            impatient.start(Jar.providing("vendor.ledger", "1.0.0", "ledger"));
            CountDownLatch inside = holdCalls(1);
            TimeCounter port = impatient.port(TimeCounter.class);
            Future<String> held = threads.submit(() -> ledger(port, CALLER));
            await(inside);
            impatient.start(Jar.providing("vendor.ledger", "2.0.0", "ledger"));
            impatient.ports().activate(CALLER, List.of(TWO));
            String why = impatient.ports().why(CALLER, "vendor.ledger");
            assertTrue(why.contains("vendor.ledger 1.0.0 (generation 3) is stuck"), why);
            assertTrue(why.contains("health.medley.switchboard.fixtures.ScriptedLedger.overlaps"), why);
            letGo.countDown();
            assertEquals("1.0.0", held.get());
        }
    }
}
