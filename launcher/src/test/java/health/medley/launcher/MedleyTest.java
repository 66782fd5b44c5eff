package health.medley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Role;
import health.medley.core.command.Command;
import health.medley.core.command.CommandCall;
import health.medley.core.command.ExitStatus;
import health.medley.core.ports.Choice;
import health.medley.core.ports.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MedleyTest {
    private static final Caller CALLER = Caller.of("test", "test", Role.HOST, "test");

    @TempDir
    Path temp;

    private Path bundles;

    @BeforeEach
    void copyBundles() throws IOException {
        bundles = Bundles.copiedTo(temp.resolve("folder with spaces"));
    }

    private static List<String> greet(Medley medley, String id, String word) {
        Said said = new Said();
        CommandCall call = new CommandCall(List.of(word), Path.of(""), Path.of(""), false);
        assertEquals(ExitStatus.DONE, medley.port(Command.class, id).run(CALLER, call, said));
        return said.lines;
    }

    @Test
    void aHostEmbedsThePlatformInTenLines() {
        MedleyConfig config = Bundles.config(bundles);
        config.contribute(Command.class, "host-greet", "1.0.0", (caller, call, output) -> {
            output.line("from " + caller.origin());
            return ExitStatus.DONE;
        });
        try (Medley medley = Medley.start(config)) {
            assertTrue(medley.readiness().ready());
            assertEquals(1, greet(medley, "host-greet", "you").size());
        }
    }

    @Test
    void aBundlesContributionIsReachedThroughItsPort() throws IOException {
        TinyBundle.greeting("test.greeting", "1.0.0", "greet").in(bundles);
        try (Medley medley = Medley.start(Bundles.config(bundles))) {
            assertEquals(List.of("Hello you"), greet(medley, "greet", "you"));
            List<Contribution> commands = medley.contributions(Command.class);
            assertEquals(1, commands.size());
            assertEquals("greet", commands.get(0).id());
            assertEquals("greet WORD...", commands.get(0).properties().get("medley.usage"));
            assertSame(medley.port(Command.class, "greet"), medley.port(Command.class, "greet"));
        }
    }

    @Test
    void aSettingWithAPidReachesTheComponent() throws IOException {
        TinyBundle.greeting("test.greeting", "1.0.0", "greet").in(bundles);
        MedleyConfig config = Bundles.config(bundles).setting("test.greeting/word", "Good \"day\" = C:\\day,");
        try (Medley medley = Medley.start(config)) {
            assertEquals(List.of("Good \"day\" = C:\\day, you"), greet(medley, "greet", "you"));
        }
    }

    @Test
    void useAfterClosingSaysSo() {
        Medley medley = Medley.start(Bundles.config(bundles));
        medley.close();
        medley.close();
        for (MedleyException refused : List.of(
                assertThrows(MedleyException.class, () -> medley.port(Ports.class)),
                assertThrows(MedleyException.class, medley::readiness),
                assertThrows(MedleyException.class, medley::report),
                assertThrows(MedleyException.class, () -> medley.contributions(Command.class)))) {
            assertEquals(ErrorCode.PLATFORM_CLOSED, refused.code());
        }
    }

    @Test
    void aPortThatWasKeptSaysSoToo() {
        Medley medley = Medley.start(Bundles.config(bundles));
        Ports kept = medley.port(Ports.class);
        medley.close();
        assertEquals(
                ErrorCode.PLATFORM_CLOSED,
                assertThrows(MedleyException.class, () -> kept.readiness(CALLER))
                        .code());
    }

    @Test
    void twoPlatformsLiveSideBySide() throws IOException {
        TinyBundle.greeting("test.greeting", "1.0.0", "greet").in(bundles);
        MedleyConfig config = Bundles.config(bundles);
        try (Medley one = Medley.start(config.setting("test.greeting/word", "One"))) {
            try (Medley other = Medley.start(config.setting("test.greeting/word", "Two"))) {
                assertEquals(List.of("Two you"), greet(other, "greet", "you"));
                assertEquals(List.of("One you"), greet(one, "greet", "you"));
            }
            assertEquals(List.of("One you"), greet(one, "greet", "you"));
        }
    }

    @Test
    void aFolderBelongsToOnePlatformAtATime() throws IOException {
        MedleyConfig config = Bundles.config(bundles).directory(temp.resolve("data"));
        try (Medley medley = Medley.start(config)) {
            assertTrue(medley.readiness().ready());
            MedleyException refused = assertThrows(MedleyException.class, () -> Medley.start(config));
            assertEquals(ErrorCode.PLATFORM_NOT_STARTED, refused.code());
            assertTrue(refused.getMessage().contains("uses the folder " + temp.resolve("data")), refused.getMessage());
            assertTrue(medley.readiness().ready());
        }
        Medley.start(config).close();
        assertFalse(Files.exists(temp.resolve("data").resolve("cache")));
    }

    @Test
    void aBundleInstalledLaterStandsBesideTheOthers() throws IOException {
        TinyBundle.greeting("test.greeting", "1.0.0", "greet").in(bundles);
        Path later = TinyBundle.greeting("test.greeting", "1.1.0", "greet").in(temp);
        try (Medley medley = Medley.start(Bundles.config(bundles))) {
            BundleReport report = medley.install(later);
            assertTrue(report.active());
            assertEquals(Bundles.sha256(later), report.sha256());
            assertEquals(report, medley.install(later));
            assertEquals(List.of("Hello you"), greet(medley, "greet", "you"));
            medley.port(Ports.class).activate(CALLER, List.of(new Choice("test.greeting", "1.1.0")));
            assertEquals(List.of("Hello you"), greet(medley, "greet", "you"));
            assertEquals(
                    "1.1.0",
                    medley.port(Ports.class).status(CALLER).stream()
                            .filter(each -> each.id().equals("greet"))
                            .findFirst()
                            .orElseThrow()
                            .provider()
                            .orElseThrow()
                            .version());
        }
    }

    @Test
    void aBundleThatCannotStartIsNotInstalled() throws IOException {
        Path hungry = TinyBundle.named("test.hungry", "1.0.0")
                .header("Import-Package", "org.nowhere")
                .in(temp);
        Path text = Files.writeString(temp.resolve("text.jar"), "no jar at all");
        try (Medley medley = Medley.start(Bundles.config(bundles))) {
            int before = medley.report().bundles().size();
            assertEquals(
                    ErrorCode.ARGUMENT_INVALID,
                    assertThrows(MedleyException.class, () -> medley.install(hungry))
                            .code());
            assertEquals(
                    ErrorCode.ARGUMENT_INVALID,
                    assertThrows(MedleyException.class, () -> medley.install(text))
                            .code());
            assertEquals(
                    ErrorCode.FILE_UNREADABLE,
                    assertThrows(MedleyException.class, () -> medley.install(temp.resolve("none.jar")))
                            .code());
            assertEquals(before, medley.report().bundles().size());
            assertTrue(medley.report().ready());
        }
    }

    @Test
    void aTypeThatIsNoContractIsRefused() {
        try (Medley medley = Medley.start(Bundles.config(bundles))) {
            assertEquals(
                    ErrorCode.CONTRACT_UNKNOWN,
                    assertThrows(MedleyException.class, () -> medley.port(Runnable.class))
                            .code());
            MedleyException absent = assertThrows(MedleyException.class, () -> medley.port(Command.class, "nothing"));
            assertEquals(ErrorCode.SERVICE_ABSENT, absent.code());
            assertTrue(absent.getMessage().contains("\"nothing\""), absent.getMessage());
        }
    }

    @Test
    void propertiesOfTheHostAreDeclared() {
        MedleyConfig config = Bundles.config(bundles)
                .contribute(
                        Command.class,
                        "host-greet",
                        "2.1.0",
                        (caller, call, output) -> ExitStatus.DONE,
                        Map.of(Command.SUMMARY, "greets"));
        try (Medley medley = Medley.start(config)) {
            Contribution host = medley.contributions(Command.class).get(0);
            assertEquals("greets", host.properties().get(Command.SUMMARY));
        }
    }

    @Test
    void aServiceThatOnlyClaimsToBeAPortIsNone() {
        MedleyConfig config = Bundles.config(bundles);
        Map<String, String> claim = Map.of("medley.port", "forged");
        config.contribute(Command.class, "honest", "1.0.0", (caller, call, output) -> ExitStatus.DONE, claim);
        try (Medley medley = Medley.start(config)) {
            assertEquals(
                    List.of("honest"),
                    medley.contributions(Command.class).stream()
                            .map(Contribution::id)
                            .toList());
            MedleyException e = assertThrows(MedleyException.class, () -> medley.port(Command.class, "forged"));
            assertEquals(ErrorCode.SERVICE_ABSENT, e.code());
        }
    }
}
