package health.medley.itests.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.itests.Places;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceRulesTest {
    private static final Path ROOT = Places.root();
    private static final List<String> SOURCES = SourceRules.sources(ROOT);

    @Test
    void everySourceKeepsTheRules() throws Exception {
        List<String> problems = new ArrayList<>();
        for (String file : SOURCES) {
            problems.addAll(SourceRules.violations(file, Files.readString(ROOT.resolve(file))));
        }
        assertEquals(List.of(), problems);
        assertTrue(SOURCES.size() > 100, "sources found: " + SOURCES.size());
    }

    @Test
    void everyPackageOfMainSourcesIsDescribed() {
        assertEquals(List.of(), SourceRules.undescribed(SOURCES));
    }

    /** The planted text is written with a gap, closed before it is checked, so that this file keeps the rules itself. */
    @ParameterizedTest
    @CsvSource({
        "a/src/main/java/a/A.java, System._exit(1);, ends the process",
        "a/src/main/java/a/A.java, Runtime.getRuntime()._halt(1);, ends the process",
        "a/src/test/java/a/A.java, Thread._sleep(10);, sleeps",
        "a/src/test/java/a/A.java, TimeUnit.SECONDS._sleep(1);, sleeps",
        "a/src/main/java/a/A.java, * _@author somebody, names an author",
        "a/src/main/java/a/A.java, import java.util._*;, imports with a star",
        "a/src/main/java/a/A.java, catch (IOException e) {_ }, swallows an exception",
        "a/src/main/java/a/PlanImpl.java, class A, has a name that says nothing",
        "a/src/main/java/a/PlanHelper.java, class A, has a name that says nothing",
        "a/src/main/java/a/package-info.java, package a;, is not @NullMarked",
    })
    void seesAPlantedViolation(String file, String gapped, String problem) {
        assertEquals(List.of(file + " " + problem), SourceRules.violations(file, gapped.replace("_", "")));
    }

    @Test
    void seesAPlantedLongFile() {
        assertEquals(List.of("A.java has 301 lines"), SourceRules.violations("A.java", "x\n".repeat(301)));
    }

    @Test
    void seesAPlantedPackageWithoutDescription() {
        assertEquals(
                List.of("a/src/main/java/b has no package-info"),
                SourceRules.undescribed(List.of(
                        "a/src/main/java/a/A.java",
                        "a/src/main/java/a/package-info.java",
                        "a/src/main/java/b/B.java")));
    }

    @Test
    void letsMainAloneEndTheProcess() {
        String main = "launcher/src/main/java/health/medley/launcher/Main.java";
        assertEquals(List.of(), SourceRules.violations(main, "System." + "exit(code);"));
    }
}
