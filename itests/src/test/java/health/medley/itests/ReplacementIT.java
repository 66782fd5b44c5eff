package health.medley.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ports.Choice;
import health.medley.core.ports.Lease;
import health.medley.core.ports.PortStatus;
import health.medley.core.ports.Ports;
import health.medley.core.time.TimeCounter;
import health.medley.itests.support.Said;
import health.medley.itests.support.VendorLedger;
import health.medley.launcher.Medley;
import health.medley.launcher.MedleyConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A vendor's provider is put beside ours and takes over while calls are made. */
@Timeout(60)
class ReplacementIT {
    private static final String OURS = "health.medley.coordination";

    private static Medley medley;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        medley = Medley.start(new MedleyConfig());
    }

    @AfterAll
    static void stop() {
        medley.close();
    }

    @BeforeEach
    void oursAnswers() {
        activate(null, OURS, ours());
    }

    @Test
    void callsInFlightFinishInTheProviderThatBeganThem() throws Exception {
        CountDownLatch entered = new CountDownLatch(8);
        CountDownLatch release = new CountDownLatch(1);
        System.getProperties().put("itests.entered", entered);
        System.getProperties().put("itests.release", release);
        Path slow = VendorLedger.doing(
                        "org.example.held",
                        "1.0.0",
                        "",
                        "pass(\"itests.entered\"); await(\"itests.release\"); return time(1);")
                .build(folder);
        Path quick = VendorLedger.answering("org.example.held", "2.0.0", 2).build(folder);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            TimeCounter ledger = medley.port(TimeCounter.class);
            activate(slow, "org.example.held", "1.0.0");
            List<Future<Long>> held = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                held.add(threads.submit(() -> seconds(ledger)));
            }
            assertTrue(entered.await(20, TimeUnit.SECONDS), "eight calls entered the first provider");
            activate(quick, "org.example.held", "2.0.0");
            assertEquals(2, seconds(ledger), "a new call while eight are held");
            assertEquals(8, status().inFlight(), () -> status().toString());
            release.countDown();
            for (Future<Long> call : held) {
                assertEquals(1L, call.get());
            }
            assertEquals(2, seconds(ledger));
            assertEquals(0, status().failures());
        } finally {
            release.countDown();
            threads.shutdownNow();
            System.getProperties().remove("itests.entered");
            System.getProperties().remove("itests.release");
        }
    }

    @Test
    void callersNeverMissAProviderWhileItIsReplacedManyTimes() throws Exception {
        int swaps = 20;
        ExecutorService threads = Executors.newFixedThreadPool(2);
        AtomicBoolean done = new AtomicBoolean();
        AtomicLong calls = new AtomicLong();
        try {
            TimeCounter ledger = medley.port(TimeCounter.class);
            Callable<Set<Long>> caller = () -> {
                Set<Long> answers = new TreeSet<>();
                while (!done.get()) {
                    answers.add(seconds(ledger));
                    calls.incrementAndGet();
                }
                return answers;
            };
            List<Future<Set<Long>>> callers = List.of(threads.submit(caller), threads.submit(caller));
            Set<Long> allowed = new TreeSet<>(Set.of(0L));
            for (int i = 1; i <= swaps; i++) {
                String version = i + ".0.0";
                activate(
                        VendorLedger.answering("org.example.many", version, i).build(folder),
                        "org.example.many",
                        version);
                assertEquals(i, seconds(ledger), "the call after the swap to " + version);
                allowed.add((long) i);
            }
            activate(null, OURS, ours());
            assertEquals(0, seconds(ledger), "ours again");
            done.set(true);
            for (Future<Set<Long>> answers : callers) {
                assertTrue(allowed.containsAll(answers.get()), "every answer is some version's");
            }
            assertEquals(0, status().failures());
            assertTrue(calls.get() > swaps, "calls: " + calls);
        } finally {
            done.set(true);
            threads.shutdownNow();
        }
    }

    @Test
    void aLeasedCallerSeesOneProviderFromStartToEnd() {
        Path vendor = VendorLedger.answering("org.example.leased", "1.0.0", 7).build(folder);
        TimeCounter ledger = medley.port(TimeCounter.class);
        try (Lease lease = medley.port(Ports.class).open(Said.TESTER)) {
            assertEquals(
                    0,
                    ledger.count(lease.caller(), VendorLedger.QUESTION).staff().seconds());
            activate(vendor, "org.example.leased", "1.0.0");
            assertEquals(
                    0,
                    ledger.count(lease.caller(), VendorLedger.QUESTION).staff().seconds(),
                    "under the lease");
            assertEquals(7, seconds(ledger), "without it");
        }
    }

    @Test
    void aProviderMayCallBackFromItsOwnThreadWhileItIsReplaced() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        System.getProperties().put("itests.entered", entered);
        System.getProperties().put("itests.release", release);
        Path nested = NestedLedger.bundle().build(folder);
        Path next = VendorLedger.answering("org.example.next", "2.0.0", 2).build(folder);
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            TimeCounter ledger = medley.port(TimeCounter.class);
            activate(nested, NestedLedger.NESTED, "1.0.0");
            Future<Long> held = threads.submit(() -> seconds(ledger));
            assertTrue(entered.await(20, TimeUnit.SECONDS));
            activate(next, "org.example.next", "2.0.0");
            release.countDown();
            assertEquals(11L, held.get(30, TimeUnit.SECONDS), "the call back was answered under the same routing");
        } finally {
            release.countDown();
            threads.shutdownNow();
            System.getProperties().remove("itests.entered");
            System.getProperties().remove("itests.release");
        }
    }

    private static long seconds(TimeCounter ledger) {
        return ledger.count(Said.TESTER, VendorLedger.QUESTION).staff().seconds();
    }

    private static String ours() {
        return medley.report().bundles().stream()
                .filter(bundle -> bundle.name().equals(OURS))
                .findFirst()
                .orElseThrow()
                .version();
    }

    private static void activate(Path jar, String name, String version) {
        if (jar != null) {
            medley.install(jar);
        }
        medley.port(Ports.class).activate(Said.TESTER, List.of(new Choice(name, version)));
    }

    private static PortStatus status() {
        return medley.port(Ports.class).status(Said.TESTER).stream()
                .filter(port -> port.contract().equals(TimeCounter.class.getName()))
                .findFirst()
                .orElseThrow();
    }
}
