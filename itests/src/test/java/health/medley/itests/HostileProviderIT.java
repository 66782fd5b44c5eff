package health.medley.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.ports.Choice;
import health.medley.core.ports.Ports;
import health.medley.core.time.TimeCounter;
import health.medley.itests.support.Said;
import health.medley.itests.support.VendorBundle;
import health.medley.itests.support.VendorLedger;
import health.medley.launcher.Medley;
import health.medley.launcher.MedleyConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vendors' providers that misbehave: the platform stays ready, and says what is wrong with them. */
@Timeout(60)
class HostileProviderIT {
    private static final AtomicInteger VENDORS = new AtomicInteger();
    private static final String SECRET = "the patient is called";

    private static final String OURS = "health.medley.coordination";

    private static Medley medley;

    @TempDir
    private Path folder;

    /** Symbolic name of the vendor's bundle, another one in each test. */
    private String vendor;

    @BeforeAll
    static void start() {
        medley = Medley.start(new MedleyConfig());
    }

    @AfterAll
    static void stop() {
        medley.close();
    }

    @BeforeEach
    void nameTheVendor() {
        vendor = "org.example.vendor" + VENDORS.incrementAndGet();
    }

    @AfterEach
    void oursAnswersAgain() {
        activate(OURS, ours());
        assertEquals(0, seconds());
        assertTrue(medley.readiness().ready());
    }

    @Test
    void aHugeRankingDoesNotPushOursAside() {
        install(VendorLedger.described(
                vendor,
                "1.0.0",
                "return time(9);",
                "<property name=\"service.ranking\" type=\"Integer\" value=\"2147483647\"/>"));
        assertEquals(0, seconds());
        assertTrue(medley.readiness().ready());
    }

    @Test
    void oneThatThrowsWhileItIsMadeIsNotActivated() {
        install(VendorLedger.doing(
                vendor, "1.0.0", "if (true) throw new IllegalStateException(\"" + SECRET + "\");", "return time(9);"));
        refuseActivation(vendor);
        assertEquals(0, seconds());
    }

    @Test
    void oneThatCallsAPortWhileItIsMadeIsNotActivated() {
        install(NestedLedger.callingWhileActivated());
        String why = refuseActivation(NestedLedger.NOSY);
        assertTrue(why.contains("PORT_CALL_DURING_ACTIVATION"), why);
        assertEquals(0, seconds());
    }

    @Test
    void oneThatNeedsAMissingPackageIsRefusedAndNamed() {
        Path jar = VendorLedger.answering(vendor, "1.0.0", 9)
                .header("Import-Package", "health.medley.core.time,health.medley.core,org.example.missing")
                .build(folder);
        MedleyException refused = assertThrows(MedleyException.class, () -> medley.install(jar));
        assertTrue(refused.getMessage().contains("org.example.missing"), refused::getMessage);
        assertEquals(0, seconds());
        assertTrue(medley.report().bundles().stream().noneMatch(b -> b.name().equals(vendor)));
    }

    @Test
    void oneWithItsOwnCopyOfTheContractsNeverAnswers() {
        Path jar = VendorLedger.answering(vendor, "1.0.0", 9)
                .withItsOwnCore()
                .header("Import-Package", "org.osgi.framework")
                .build(folder);
        tryToInstall(medley, jar);
        assertThrows(MedleyException.class, () -> activate(vendor, "1.0.0"));
        assertEquals(0, seconds());
        assertTrue(medley.readiness().ready());
    }

    @Test
    void oneThatExportsPackagesOfCoreDisturbsNobody() {
        Path jar = VendorLedger.answering(vendor, "1.0.0", 9)
                .withItsOwnCore()
                .header("Import-Package", "org.osgi.framework")
                .header("Export-Package", "health.medley.core;version=\"1.5\",health.medley.core.time;version=\"1.5\"")
                .build(folder);
        String later = vendor + ".later";
        Path honest = VendorLedger.answering(later, "1.0.0", 3).build(folder);
        try (Medley apart = Medley.start(new MedleyConfig())) {
            tryToInstall(apart, jar);
            assertThrows(MedleyException.class, () -> activate(apart, vendor, "1.0.0"));
            apart.install(honest);
            activate(apart, later, "1.0.0");
            assertEquals(3, seconds(apart), "a bundle installed later still speaks core's contracts");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "throws, throw new IllegalArgumentException(\"the patient is called\");, java.lang.IllegalArgumentException",
        "throws an Error, throw new AssertionError(\"the patient is called\");, java.lang.AssertionError",
        "throws a linkage error, throw new NoClassDefFoundError(\"the patient is called\");, java.lang.NoClassDefFoundError",
    })
    void whatAProviderThrowsComesOutAsItsFailureWithoutItsMessage(String name, String body, String type) {
        install(VendorLedger.doing(vendor, "1.0.0", "", body));
        activate(vendor, "1.0.0");
        MedleyException failed = assertThrows(MedleyException.class, HostileProviderIT::seconds);
        assertEquals(ErrorCode.PROVIDER_FAILED, failed.code());
        assertTrue(failed.getMessage().contains(type), failed::getMessage);
        assertTrue(failed.getMessage().contains(vendor), failed::getMessage);
        for (Throwable t = failed; t != null; t = t.getCause()) {
            assertFalse(String.valueOf(t.getMessage()).contains(SECRET), "the message got out");
        }
    }

    @Test
    void aMedleyExceptionPassesAsItIs() {
        install(VendorLedger.doing(
                vendor,
                "1.0.0",
                "",
                "throw new health.medley.core.MedleyException(health.medley.core.ErrorCode.FACT_ABSENT, \"a fact\");"));
        activate(vendor, "1.0.0");
        MedleyException passed = assertThrows(MedleyException.class, HostileProviderIT::seconds);
        assertEquals(ErrorCode.FACT_ABSENT, passed.code());
        assertEquals("a fact", passed.getMessage());
    }

    @Test
    void aStackOverflowReachesTheCallerAndThePlatformServesOn() {
        install(VendorLedger.doing(vendor, "1.0.0", "", "return time(deeper(0));"));
        activate(vendor, "1.0.0");
        assertThrows(StackOverflowError.class, HostileProviderIT::seconds);
    }

    @Test
    void nullIsAFailureOfTheProvider() {
        install(VendorLedger.doing(vendor, "1.0.0", "", "return null;"));
        activate(vendor, "1.0.0");
        MedleyException failed = assertThrows(MedleyException.class, HostileProviderIT::seconds);
        assertEquals(ErrorCode.PROVIDER_FAILED, failed.code());
    }

    @Test
    void withTwoCandidatesFromTheStartThePortStaysEmptyAndSaysSo() {
        Path jar = VendorLedger.answering(vendor, "1.0.0", 9).build(folder);
        MedleyException failed = assertThrows(MedleyException.class, () -> Medley.start(new MedleyConfig().with(jar)));
        assertEquals(ErrorCode.PLATFORM_NOT_STARTED, failed.code());
        assertTrue(failed.getMessage().contains(vendor), failed::getMessage);
        assertTrue(failed.getMessage().contains(OURS), failed::getMessage);
        try (Medley chosen = Medley.start(new MedleyConfig().with(jar).choose(vendor, "1.0.0"))) {
            assertEquals(
                    9,
                    chosen.port(TimeCounter.class)
                            .count(Said.TESTER, VendorLedger.QUESTION)
                            .staff()
                            .seconds());
        }
    }

    private void install(VendorBundle bundle) {
        medley.install(bundle.build(folder));
    }

    private static void tryToInstall(Medley platform, Path jar) {
        try {
            platform.install(jar);
        } catch (MedleyException e) {
            assertTrue(e.getMessage().contains("org.example"), e::getMessage);
        }
    }

    private String refuseActivation(String name) {
        MedleyException refused = assertThrows(MedleyException.class, () -> activate(name, "1.0.0"));
        assertTrue(refused.getMessage().contains(name), refused::getMessage);
        assertFalse(refused.getMessage().contains(SECRET), "the message got out");
        String why = medley.port(Ports.class).why(Said.TESTER, name);
        assertTrue(why.contains(name) && why.endsWith("."), why);
        return refused + " " + why;
    }

    private static void activate(String name, String version) {
        activate(medley, name, version);
    }

    private static void activate(Medley platform, String name, String version) {
        platform.port(Ports.class).activate(Said.TESTER, List.of(new Choice(name, version)));
    }

    private static String ours() {
        return medley.report().bundles().stream()
                .filter(bundle -> bundle.name().equals(OURS))
                .findFirst()
                .orElseThrow()
                .version();
    }

    private static long seconds() {
        return seconds(medley);
    }

    private static long seconds(Medley platform) {
        return platform.port(TimeCounter.class)
                .count(Said.TESTER, VendorLedger.QUESTION)
                .staff()
                .seconds();
    }
}
