package health.medley.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.command.ExitStatus;
import health.medley.itests.support.RuleFolder;
import health.medley.itests.support.Said;
import health.medley.launcher.Medley;
import health.medley.launcher.MedleyConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every rule bundle is compared with its newest release: its version number must say as much as changed. */
@Timeout(300)
class ReleasedRulesIT {
    @TempDir
    private static Path folder;

    private static Medley medley;

    @BeforeAll
    static void start() {
        medley = Medley.start(new MedleyConfig());
    }

    @AfterAll
    static void close() {
        medley.close();
    }

    private static List<Path> modules() throws IOException {
        try (Stream<Path> folders = Files.list(Places.root().resolve("rules"))) {
            return folders.filter(
                            module -> Files.exists(module.resolve("src/main/resources/medley/rules/program.yaml")))
                    .sorted()
                    .toList();
        }
    }

    /** The jar of the highest version of a name. */
    private static Optional<Path> newest(Path releases, String name) throws IOException {
        try (Stream<Path> jars = Files.list(releases)) {
            return jars.filter(jar -> jar.getFileName().toString().matches(name + "-\\d+\\.\\d+\\.\\d+\\.jar"))
                    .max((one, other) -> Arrays.compare(version(one), version(other)));
        }
    }

    private static int[] version(Path jar) {
        String file = jar.getFileName().toString().replaceAll("\\.jar$", "");
        String version = file.substring(file.lastIndexOf('-') + 1);
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    private static Said check(Path rules, Path release) {
        return Said.by(medley, "rules check", folder, rules.toString(), "--previous", release.toString());
    }

    @Test
    void everyBundleSaysByItsNumberWhatChangedSinceItsRelease() throws IOException {
        Path releases = Places.root().resolve("rules/releases");
        List<String> refused = new ArrayList<>();
        int compared = 0;
        for (Path module : modules()) {
            Optional<Path> release = newest(releases, module.getFileName().toString());
            if (release.isPresent()) {
                compared++;
                Said said = check(module, release.get());
                if (said.status() != ExitStatus.DONE) {
                    refused.add(module.getFileName() + ": " + said);
                }
            }
        }
        System.out.println(compared + " rule bundles compared with their releases");
        assertEquals(List.of(), refused);
    }

    @Test
    void aChangeIsFoundWhateverItsNumberSays() throws IOException {
        Path released = folder.resolve("ccm-2025-1.0.0.jar");
        RuleFolder rules = RuleFolder.copyOf("ccm-2025", folder);
        Said packed = Said.by(medley, "rules pack", folder, rules.path().toString(), "--out", released.toString());
        assertEquals(ExitStatus.DONE, packed.status(), packed::toString);
        assertEquals(Optional.of(released), newest(folder, "ccm-2025"), "the newest release is found");
        assertEquals(ExitStatus.DONE, check(rules.path(), released).status());

        rules.append("codes/99439.yaml", "# nothing but a comment");
        Said same = check(rules.path(), released);
        assertEquals(ExitStatus.NO, same.status(), same::toString);
        assertTrue(same.toString().contains("The same number stands for other content"), same::toString);
        rules.replaceFirst("program.yaml", "(?m)^version: 1\\.0\\.0", "version: 1.0.1");
        assertEquals(ExitStatus.DONE, check(rules.path(), released).status());

        rules.replaceFirst("codes/99490.yaml", "at-least: 20 min", "at-least: 19 min");
        Said less = check(rules.path(), released);
        assertEquals(ExitStatus.NO, less.status(), less::toString);
        assertTrue(less.toString().contains("The least honest version is 2.0.0"), less::toString);
        assertTrue(less.toString().contains("codes/99490.yaml#time"), less::toString);
    }

    @Test
    void theNewestReleaseIsThatOfTheHighestNumber() throws IOException {
        Path releases = Files.createDirectory(folder.resolve("releases"));
        for (String version : List.of("1.9.0", "1.10.0", "1.2.30")) {
            Files.createFile(releases.resolve("ccm-2024-" + version + ".jar"));
        }
        Files.createFile(releases.resolve("ccm-2024-extra-9.0.0.jar"));
        assertEquals(Optional.of(releases.resolve("ccm-2024-1.10.0.jar")), newest(releases, "ccm-2024"));
        assertEquals(Optional.empty(), newest(releases, "ccm-2023"));
    }
}
