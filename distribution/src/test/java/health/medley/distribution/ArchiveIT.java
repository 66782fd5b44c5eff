package health.medley.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveIT {
    private static final String ARCHIVE = System.getProperty("medley.archive");

    @TempDir
    static Path temp;

    private static Path home;

    @BeforeAll
    static void unpack() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("some where"));
        Ran tar = Ran.command(temp, Map.of(), List.of("tar", "-xzf", ARCHIVE + ".tar.gz", "-C", folder.toString()));
        assertEquals(0, tar.exit(), tar.notes());
        home = folder.resolve(Path.of(ARCHIVE).getFileName());
    }

    private static Ran medley(Map<String, String> environment, Path command, String... words) {
        List<String> all = new ArrayList<>(List.of(command.toString()));
        all.addAll(List.of(words));
        return Ran.command(temp, environment, all);
    }

    private static Ran medley(String... words) {
        return medley(Map.of("JAVA_HOME", System.getProperty("java.home")), home.resolve("bin/medley"), words);
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> home.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void theSamplePracticesMonthIsPrinted() {
        Ran ran = medley("demo", "--once");
        assertEquals(0, ran.exit(), ran.notes());
        assertTrue(ran.answer().contains("99490"), ran.answer());
    }

    @Test
    void theDoctorFindsNothingToMend() {
        Ran ran = medley("doctor");
        assertEquals(0, ran.exit(), ran.answer() + ran.notes());
    }

    @Test
    void aSymbolicLinkFindsItsWayHome() throws IOException {
        Path links = Files.createDirectories(temp.resolve("links"));
        Path first = Files.createSymbolicLink(links.resolve("first"), home.resolve("bin/medley"));
        Path second = Files.createSymbolicLink(links.resolve("second"), Path.of("first"));
        Ran ran = medley(Map.of("JAVA_HOME", System.getProperty("java.home")), second, "version");
        assertEquals(0, ran.exit(), ran.notes());
        assertEquals("", ran.notes());
        assertTrue(ran.answer().startsWith("medley "), first + ran.answer());
    }

    @Test
    void aJavaThatIsNotThereIsSaidInOneSentence() {
        Ran ran = medley(Map.of("JAVA_HOME", temp.toString()), home.resolve("bin/medley"), "version");
        assertEquals(4, ran.exit());
        assertTrue(ran.notes().contains("JAVA_HOME"), ran.notes());
        assertEquals(1, ran.notes().lines().count());
    }

    @Test
    void aJavaThatIsTooOldIsSaidInOneSentence() throws IOException {
        Path old = Files.createDirectories(temp.resolve("old java"));
        Path java = Files.createDirectories(old.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nexit 99\n");
        assertTrue(java.toFile().setExecutable(true));
        Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"11.0.2\"\n");
        Ran ran = medley(Map.of("JAVA_HOME", old.toString()), home.resolve("bin/medley"), "version");
        assertEquals(4, ran.exit());
        assertTrue(ran.notes().contains("is Java 11.0.2"), ran.notes());
    }

    @Test
    void lettersBeyondAsciiSurviveALocaleWithoutThem() {
        Ran ran = medley(
                Map.of("JAVA_HOME", System.getProperty("java.home"), "LC_ALL", "C"),
                home.resolve("bin/medley"),
                "grüße");
        assertEquals(2, ran.exit(), ran.notes());
        assertTrue(ran.notes().contains("\"grüße\""), ran.notes());
    }

    @Test
    void bothArchivesHoldTheSame() throws IOException {
        Set<String> zipped;
        try (ZipFile zip = new ZipFile(ARCHIVE + ".zip")) {
            zipped = zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(entry -> entry.getName().substring(entry.getName().indexOf('/') + 1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        assertEquals(names(home), zipped);
    }

    @Test
    void everyIndexListsTheBundlesBesideIt() throws IOException {
        Set<String> listed = new TreeSet<>();
        for (String group : List.of("bundles/", "bundles/store/", "bundles/server/")) {
            Files.readAllLines(home.resolve(group + "index")).forEach(line -> listed.add(group + line.substring(66)));
            listed.add(group + "index");
        }
        assertEquals(names(home.resolve("bundles")), listed);
    }

    @Test
    void onlyWhatStartsThePlatformIsOnTheClassPath() throws IOException {
        Set<String> artifacts = names(home.resolve("lib")).stream()
                .map(name -> name.substring("lib/".length()).replaceFirst("-[0-9].*", ""))
                .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "launcher",
                        "core-bundle",
                        "org.apache.felix.framework",
                        "org.osgi.service.log",
                        "slf4j-api",
                        "logback-classic",
                        "logback-core"),
                artifacts);
    }

    @Test
    void nothingIsWrittenIntoTheFolder() throws IOException {
        Set<String> before = names(home);
        assertEquals(2, medley("nonsense").exit());
        assertEquals(before, names(home));
        assertFalse(Files.exists(home.resolve("medley.lock")));
    }
}
