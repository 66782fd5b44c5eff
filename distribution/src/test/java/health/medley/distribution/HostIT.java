package health.medley.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.billing.BillingService;
import health.medley.core.command.Command;
import health.medley.core.eligibility.EligibilityService;
import health.medley.launcher.Medley;
import health.medley.launcher.MedleyConfig;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HostIT {
    @Test
    void aHostWithTheArtifactOnItsClassPathStartsThePlatform() throws IOException {
        URL artifact = Path.of(System.getProperty("medley.artifact")).toUri().toURL();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {artifact}, null);
                Medley medley = Medley.start(new MedleyConfig().bundlesFrom(loader))) {
            assertTrue(medley.report().ready());
            assertTrue(medley.port(EligibilityService.class).toString().length() > 0);
            assertTrue(medley.port(BillingService.class).toString().length() > 0);
            assertEquals(
                    1,
                    medley.contributions(Command.class).stream()
                            .filter(each -> each.id().equals("run"))
                            .count());
        }
    }
}
