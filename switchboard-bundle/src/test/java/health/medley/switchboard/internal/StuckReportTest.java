package health.medley.switchboard.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Caller;
import health.medley.core.Origin;
import health.medley.core.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StuckReportTest {
    private final AtomicLong now = new AtomicLong();
    private final Routing routing = new Routing(now::get, () -> {});
    private final StuckReport report = new StuckReport(routing, Duration.ofSeconds(30));

    private void route() {
        PortKey key = new PortKey(Greeter.class.getName(), "main");
        Generation generation =
                new Generation(routing.nextGeneration(), key, new Origin("vendor", "1.0.0", ""), null, new Object());
        routing.replace(Map.of(0, generation), null);
    }

    private String only() {
        List<String> sentences = report.ofBundle("vendor");
        assertEquals(1, sentences.size(), sentences.toString());
        return sentences.get(0);
    }

    private void pass(long seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void whoAnswersIsNotReported() {
        route();
        routing.enter(0, 0);
        pass(1000);
        assertEquals(List.of(), report.ofBundle("vendor"));
    }

    @Test
    void aReplacedGenerationIsStuckOnlyAfterTheLimit() {
        route();
        routing.enter(0, 0);
        pass(1000);
        route();
        pass(30);
        assertEquals("vendor 1.0.0 (generation 1) is replaced and finishes 1 call in flight.", only());
        pass(1);
        assertTrue(
                only().startsWith("vendor 1.0.0 (generation 1) is stuck: replaced 31 s ago, it still has 1 call in"
                        + " flight. It gets no new work and goes with the next restart."),
                only());
    }

    @Test
    void anOpenLeaseIsToldFromACallInFlight() {
        route();
        LeasedRouting lease = new LeasedRouting(routing, Caller.of("a", "b", Role.HOST, "c"));
        route();
        assertEquals(
                "vendor 1.0.0 (generation 1) is replaced and kept by 1 open lease, the last of routing 2.", only());
        pass(31);
        assertTrue(only().endsWith("for 31 s: look for work that does not close its lease."), only());
        lease.close();
        routing.retire();
        assertEquals(List.of(), report.ofBundle("vendor"));
    }
}
