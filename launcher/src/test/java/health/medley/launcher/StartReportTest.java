package health.medley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.time.TimeCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartReportTest {

    @TempDir
    Path temp;

    private Path bundles;

    @BeforeEach
    void copyBundles() throws IOException {
        bundles = Bundles.copiedTo(temp.resolve("folder with spaces"));
    }

    @Test
    void aFailedStartNamesTheBundleAndTheMissingPackage() throws IOException {
        TinyBundle.named("test.hungry", "1.2.3")
                .header("Import-Package", "org.nowhere;version=\"[2.0,3)\",health.medley.core;version=\"[9.0,10)\"")
                .in(bundles);
        List<StartReport> reports = new ArrayList<>();
        MedleyConfig config =
                Bundles.config(bundles).directory(temp.resolve("data")).onReport(reports::add);
        MedleyException refused = assertThrows(MedleyException.class, () -> Medley.start(config));
        assertEquals(ErrorCode.PLATFORM_NOT_STARTED, refused.code());
        String message = refused.getMessage();
        assertTrue(message.contains("test.hungry 1.2.3 (test.hungry-1.2.3.jar) is not active"), message);
        assertTrue(message.contains("the package org.nowhere in version 2.0.0 or later and below 3.0.0"), message);
        assertTrue(message.contains("there is only version 1.0.0 from the class path"), message);
        assertFalse(message.contains("Exception"), message);
        StartReport report = reports.get(0);
        assertFalse(report.ready());
        assertEquals(Bundles.jars(bundles).size(), report.bundles().size());
        assertEquals(1, report.bundles().stream().filter(each -> !each.active()).count());
        // nothing holds the folder any more
        Files.delete(bundles.resolve("test.hungry-1.2.3.jar"));
        Medley.start(config).close();
    }

    @Test
    void aBundleThatWaitsForAnotherSaysForWhich() throws IOException {
        TinyBundle.named("test.hungry", "1.0.0")
                .header("Import-Package", "org.nowhere")
                .header("Export-Package", "test.hungry")
                .in(bundles);
        TinyBundle.named("test.follower", "1.0.0")
                .header("Import-Package", "test.hungry")
                .in(bundles);
        MedleyException refused = assertThrows(MedleyException.class, () -> Medley.start(Bundles.config(bundles)));
        assertTrue(
                refused.getMessage().contains("it needs the package test.hungry from test.hungry, which is not active"),
                refused.getMessage());
    }

    @Test
    void aFailedStartTellsWhyAnActivatorFailed() throws IOException {
        TinyBundle.named("test.broken", "1.0.0")
                .header("Bundle-Activator", "health.medley.launcher.sample.BrokenActivator")
                .header("Import-Package", "org.osgi.framework")
                .type("health.medley.launcher.sample.BrokenActivator")
                .in(bundles);
        MedleyException refused = assertThrows(MedleyException.class, () -> Medley.start(Bundles.config(bundles)));
        assertTrue(refused.getMessage().contains("test.broken"), refused.getMessage());
        assertTrue(refused.getMessage().contains("the disk is on fire"), refused.getMessage());
    }

    @Test
    void aRequiredPortWithoutAProviderFailsTheStart() {
        MedleyConfig config = Bundles.config(bundles).setting("medley.ports.required", TimeCounter.class.getName());
        MedleyException refused = assertThrows(MedleyException.class, () -> Medley.start(config));
        assertEquals(ErrorCode.PLATFORM_NOT_STARTED, refused.code());
        assertTrue(refused.getMessage().contains("TimeCounter"), refused.getMessage());
    }

    @Test
    void theStartReportListsEveryBundle() throws IOException {
        Bundles.indexed(bundles);
        List<StartReport> reports = new ArrayList<>();
        try (Medley medley = Medley.start(Bundles.config(bundles).onReport(reports::add))) {
            StartReport report = reports.get(0);
            assertTrue(report.ready());
            assertEquals(medley.report(), report);
            assertEquals("health.medley.switchboard", report.bundles().get(0).name());
            for (BundleReport each : report.bundles()) {
                assertEquals(Bundles.sha256(bundles.resolve(each.file())), each.sha256());
            }
        }
    }
}
