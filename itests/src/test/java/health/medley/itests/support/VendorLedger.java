package health.medley.itests.support;

import health.medley.core.ServiceMonth;
import health.medley.core.time.TimeCounter;
import health.medley.core.time.TimeQuestion;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Sources of a vendor's time ledger. What it counts is a number that tells which version answered; what else it does
 * comes from the test through the system properties, because the two share no class but those of core and the JDK.
 */
public final class VendorLedger {
    /** A question to which our own ledger answers 0 seconds. */
    public static final TimeQuestion QUESTION = new TimeQuestion(
            ServiceMonth.parse("2025-03"),
            ZoneId.of("UTC"),
            "ccm",
            "1234567893",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());

    private static final String TYPE = "org.example.ledger.Ledger";

    private VendorLedger() {}

    /** A bundle whose ledger answers with {@code seconds}. */
    public static VendorBundle answering(String name, String version, long seconds) {
        return doing(name, version, "", "return time(" + seconds + ");");
    }

    /** A bundle whose ledger has this constructor body and this body of {@code count}. */
    public static VendorBundle doing(String name, String version, String constructor, String body) {
        return VendorBundle.named(name, version)
                .source(TYPE, source(constructor, body))
                .component(TYPE, TimeCounter.class);
    }

    /** The same with lines added to the component's description. */
    public static VendorBundle described(String name, String version, String body, String... lines) {
        return VendorBundle.named(name, version)
                .source(TYPE, source("", body))
                .component(TYPE, TimeCounter.class, lines);
    }

    public static String source(String constructor, String body) {
        return """
                package org.example.ledger;

                import health.medley.core.Caller;
                import health.medley.core.CareTime;
                import health.medley.core.time.CountedTime;
                import health.medley.core.time.PerformerOverlap;
                import health.medley.core.time.TimeEntry;
                import health.medley.core.time.TimeCounter;
                import health.medley.core.time.TimeQuestion;
                import java.util.List;
                import java.util.Map;
                import java.util.Optional;
                import java.util.concurrent.CountDownLatch;

                public class Ledger implements TimeCounter {
                    public Ledger() { %s }

                    public CountedTime count(Caller caller, TimeQuestion question) { %s }

                    public List<PerformerOverlap> overlaps(Caller caller, List<TimeEntry> entries) {
                        return List.of();
                    }

                    static CountedTime time(long seconds) {
                        CareTime none = new CareTime(0);
                        CareTime some = new CareTime(seconds);
                        return new CountedTime(some, none, some, some, Map.of(), false, Optional.empty(), List.of(), List.of());
                    }

                    static void pass(String latch) {
                        ((CountDownLatch) System.getProperties().get(latch)).countDown();
                    }

                    static void await(String latch) {
                        try {
                            ((CountDownLatch) System.getProperties().get(latch)).await();
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    }

                    static int deeper(int depth) {
                        return depth + deeper(depth + 1) + deeper(depth + 2);
                    }
                }
                """.formatted(constructor, body);
    }
}
