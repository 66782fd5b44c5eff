package health.medley.launcher.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Contract;
import health.medley.core.MedleyException;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class SharedPackagesTest {
    @Test
    void versionsAreThoseOnTheClassPath() {
        String slf4j = SharedPackages.exports(Logger.class, "slf4j.api", "slf4j-api");
        String version = Logger.class.getPackage().getImplementationVersion();
        assertTrue(slf4j.contains("org.slf4j.event;") && slf4j.contains("version=\"" + version + "\""), slf4j);
        String core = SharedPackages.exports(Contract.class, "health.medley.core", "core-bundle");
        assertTrue(core.contains("health.medley.core.command;version=\"1.0.0\""), core);
    }

    @Test
    void aHostPackedIntoOneJarFallsBackToTheCopyOfTheBuild() {
        // beside the launcher's own classes there is no manifest of core, as in such a jar
        assertEquals(
                SharedPackages.exports(Contract.class, "health.medley.core", "core-bundle"),
                SharedPackages.exports(SharedPackages.class, "health.medley.core", "core-bundle"));
    }

    @Test
    void withoutEitherTheNextStepIsNamed() {
        assertThrows(
                MedleyException.class,
                () -> SharedPackages.exports(SharedPackages.class, "other.bundle", "core-bundle"));
    }
}
