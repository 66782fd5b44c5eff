package health.medley.itests;

import health.medley.core.time.TimeCounter;
import health.medley.itests.support.VendorBundle;

/** A vendor's ledger that asks another port, from a thread of its own, after it has been replaced. */
final class NestedLedger {
    static final String NOSY = "org.example.nosy";
    static final String NESTED = "org.example.nested";

    private NestedLedger() {}

    /** Holds its call by latches, then asks whether the platform is ready. */
    static VendorBundle bundle() {
        return bundle(NESTED, "");
    }

    /** Asks the port of ledgers while it is activated. */
    static VendorBundle callingWhileActivated() {
        return bundle(
                NOSY,
                "ledger.overlaps(health.medley.core.Caller.of(\"v\", \"p\", health.medley.core.Role.HOST, \"w\"), List.of());");
    }

    private static VendorBundle bundle(String name, String whenBound) {
        return VendorBundle.named(name, "1.0.0")
                .source("org.example.ledger.Nested", """
                        package org.example.ledger;

                        import health.medley.core.Caller;
                        import health.medley.core.CareTime;
                        import health.medley.core.ports.Ports;
                        import health.medley.core.time.CountedTime;
                        import health.medley.core.time.PerformerOverlap;
                        import health.medley.core.time.TimeEntry;
                        import health.medley.core.time.TimeCounter;
                        import health.medley.core.time.TimeQuestion;
                        import java.util.List;
                        import java.util.Map;
                        import java.util.Optional;
                        import java.util.concurrent.CompletableFuture;
                        import java.util.concurrent.CountDownLatch;

                        public class Nested implements TimeCounter {
                            private Ports ports;

                            public void bind(Ports ports) {
                                this.ports = ports;
                            }

                            private TimeCounter ledger;

                            public void bindLedger(TimeCounter ledger) { this.ledger = ledger; }

                            public void activate() {
                                %s
                            }

                            public CountedTime count(Caller caller, TimeQuestion question) {
                                CountDownLatch entered = (CountDownLatch) System.getProperties().get("itests.entered");
                                CountDownLatch release = (CountDownLatch) System.getProperties().get("itests.release");
                                entered.countDown();
                                try {
                                    release.await();
                                } catch (InterruptedException e) {
                                    throw new IllegalStateException(e);
                                }
                                boolean ready = CompletableFuture.supplyAsync(() -> ports.readiness(caller).ready()).join();
                                CareTime none = new CareTime(0);
                                CareTime some = new CareTime(ready ? 11 : 12);
                                return new CountedTime(some, none, some, some, Map.of(), false, Optional.empty(), List.of(), List.of());
                            }

                            public List<PerformerOverlap> overlaps(Caller caller, List<TimeEntry> entries) {
                                return List.of();
                            }
                        }
                        """.formatted(whenBound))
                .component(
                        "org.example.ledger.Nested",
                        TimeCounter.class,
                        "<reference name=\"ports\" interface=\"health.medley.core.ports.Ports\" bind=\"bind\"/>",
                        "<reference name=\"ledger\" interface=\"health.medley.core.time.TimeCounter\" bind=\"bindLedger\"/>");
    }
}
