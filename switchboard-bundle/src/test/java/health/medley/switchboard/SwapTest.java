package health.medley.switchboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import health.medley.core.ports.Choice;
import health.medley.core.time.TimeLedger;
import health.medley.switchboard.platform.Jar;
import health.medley.switchboard.platform.Platform;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwapTest {
    @Test
    void theOnlyCandidateAnswersUntilAnotherIsChosen() {
        try (Platform platform = Platform.started()) {
            platform.start(Jar.providing("vendor.ledger", "1.0.0", "ledger"));
            TimeLedger ledger = platform.port(TimeLedger.class);
            assertEquals(
                    "1.0.0", ledger.overlaps(Platform.CALLER, List.of()).get(0).performer());
            platform.start(Jar.providing("vendor.ledger", "2.0.0", "ledger"));
            assertEquals(
                    "1.0.0", ledger.overlaps(Platform.CALLER, List.of()).get(0).performer());
            System.out.println(platform.ports().why(Platform.CALLER, "vendor.ledger"));
            platform.ports().activate(Platform.CALLER, List.of(new Choice("vendor.ledger", "2.0.0")));
            assertEquals(
                    "2.0.0", ledger.overlaps(Platform.CALLER, List.of()).get(0).performer());
            platform.ports().status(Platform.CALLER).forEach(System.out::println);
            System.out.println(platform.ports().readiness(Platform.CALLER));
            System.out.println(platform.ports().why(Platform.CALLER, "vendor.ledger"));
            System.out.println(platform.ports().why(Platform.CALLER, "nonsense"));
        }
    }
}
