package health.medley.switchboard.internal.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.rules.RuleSet;
import health.medley.switchboard.platform.Jar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleArchiveReaderTest {
    private static final String PROGRAM =
            "name: ccm-2025\nversion: 1.0.0\nprogram: ccm\nlabel: more\nmonths: {from: 2025-01, to: 2025-12}\n";

    private final RuleArchiveReader reader = new RuleArchiveReader();

    @TempDir
    private Path folder;

    private static Jar jar() {
        return Jar.rules("ccm-2025", "1.0.0", "ccm", "2025-01", "2025-12");
    }

    private RuleSet read(Jar jar) throws IOException {
        return reader.read(jar.write(folder.resolve("rules.jar")));
    }

    private void refused(String told, Jar jar) throws IOException {
        Path file = jar.write(folder.resolve("rules.jar"));
        refused(told, file);
    }

    private void refused(String told, Path file) {
        MedleyException error = assertThrows(MedleyException.class, () -> reader.read(file));
        assertEquals(ErrorCode.RULES_INVALID, error.code());
        assertTrue(error.getMessage().contains(told), error.getMessage());
    }

    private Path program(String text) throws IOException {
        Files.writeString(folder.resolve("program.yaml"), text);
        return folder;
    }

    @Test
    void aJarIsReadWithItsFilesBelowTheRulesFolder() throws Exception {
        RuleSet set =
                read(jar().file("medley/rules/codes/99490.yaml", "code: x\n").file("LICENSE", "no rule"));
        assertEquals("ccm-2025 1.0.0", set.ref().toString());
        assertEquals("ccm", set.program());
        assertEquals("2025-01", set.from().toString());
        assertEquals("2025-12", set.to().toString());
        assertEquals(Set.of("program.yaml", "codes/99490.yaml"), set.files().keySet());
    }

    @Test
    void aFolderAndItsSourcesReadTheSame() throws Exception {
        Path plain = Files.createDirectories(folder.resolve("plain"));
        Files.writeString(plain.resolve("program.yaml"), PROGRAM);
        Files.writeString(plain.resolve(".left-by-an-editor"), "x");
        Path sources = Files.createDirectories(folder.resolve("module/src/main/resources/medley/rules"));
        Files.writeString(sources.resolve("program.yaml"), PROGRAM);
        assertEquals(reader.read(plain), reader.read(folder.resolve("module")));
        assertEquals(Set.of("program.yaml"), reader.read(plain).files().keySet());
    }

    @Test
    void nothingAtThePathIsUnreadable() {
        MedleyException error = assertThrows(MedleyException.class, () -> reader.read(folder.resolve("no-such.jar")));
        assertEquals(ErrorCode.FILE_UNREADABLE, error.code());
    }

    @Test
    void aFolderWithoutProgramIsRefused() {
        refused("holds neither program.yaml nor", folder);
    }

    @Test
    void namesThatLeadElsewhereAreRefused() throws Exception {
        refused("leads out of it", jar().file("medley/rules/../../x.yaml", "x"));
        refused("leads out of it", jar().file("/medley/rules/x.yaml", "x"));
        refused("leads out of it", jar().file("medley\\rules\\x.yaml", "x"));
        refused("leads out of it", jar().file("C:/x.yaml", "x"));
    }

    @Test
    void codeIsRefusedWhereverItLies() throws Exception {
        refused("it holds code", jar().file("some/Thing.class", "x"));
        refused("it holds code", jar().file("medley/rules/lib.jar", "x"));
    }

    @Test
    void anEntryTwiceIsRefused() throws Exception {
        byte[] bytes = jar().file("medley/rules/a.yaml", "one")
                .file("medley/rules/b.yaml", "two")
                .bytes();
        byte[] from = "medley/rules/b.yaml".getBytes(StandardCharsets.UTF_8);
        byte[] to = "medley/rules/a.yaml".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i + from.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + from.length, from, 0, from.length)) {
                System.arraycopy(to, 0, bytes, i, to.length);
            }
        }
        refused("an entry twice", Files.write(folder.resolve("twice.jar"), bytes));
        refused("an entry twice", jar().file("medley/rules/PROGRAM.yaml", "x"));
    }

    @Test
    void whatIsNoTextIsRefused() throws Exception {
        refused("is not UTF-8 text", jar().file("medley/rules/a.yaml", new byte[] {'M', (byte) 0xfc, 'l'}));
        refused("is not text", jar().file("medley/rules/a.yaml", new byte[] {'a', 0, 'b'}));
    }

    @Test
    void whatIsTooLargeIsRefused() throws Exception {
        byte[] random = new byte[RuleText.LARGEST_FILE + 1];
        for (int i = 0; i < random.length; i++) {
            random[i] = (byte) (' ' + (i * 31 + i / 97) % 90);
        }
        refused("is larger than 8 MiB", jar().file("medley/rules/a.csv", random));
        refused("to more than 200 times its size", jar().file("medley/rules/a.csv", " ".repeat(4 << 20)));
        Jar many = jar();
        for (int i = 0; i < RuleText.MOST_ENTRIES; i++) {
            many.file("medley/rules/" + i, "x");
        }
        refused("more than 2000 entries", many);
    }

    @Test
    void aJarThatIsBrokenOrNoneIsRefused() throws Exception {
        refused("it is no jar", Files.writeString(folder.resolve("text.jar"), "not a jar"));
        byte[] bytes = jar().bytes();
        refused("it is no jar", Files.write(folder.resolve("cut.jar"), Arrays.copyOf(bytes, bytes.length / 2)));
    }

    @Test
    void aManifestThatSaysSomethingElseIsRefused() throws Exception {
        refused("Make both say the same", jar().header("Bundle-Version", "1.0.1"));
        refused(
                "Make both say the same",
                jar().header(
                                "Provide-Capability",
                                "medley.rules;name=ccm-2025;program=pcm;months=\"[2025-01,2025-12]\""));
        refused(
                "its manifest gives the months",
                jar().header("Provide-Capability", "medley.rules;name=ccm-2025;program=ccm;months=\"2025\""));
        refused("its manifest names 0 capabilities", jar().header("Provide-Capability", "other;name=x"));
        refused(
                "gives no program",
                jar().header("Provide-Capability", "medley.rules;name=\"ccm-2025\";months=\"[2025-01,2025-12]\""));
    }

    @Test
    void otherCapabilitiesTypesAndDirectivesAreAllowed() throws Exception {
        RuleSet set = read(jar().header(
                        "Provide-Capability",
                        "osgi.x;a=\"1,2;3\",medley.rules;name:String=\"ccm-2025\";program=ccm;effective:=active;"
                                + "months=\"[2025-01,2025-12]\""));
        assertEquals("ccm-2025", set.ref().name());
    }

    @Test
    void aProgramThatDoesNotSayWhatItIsIsRefused() throws Exception {
        refused("is not YAML", program("name: [unclosed"));
        refused("is not YAML", program(PROGRAM + "name: twice\n"));
        refused("is not a list of keys", program("- a\n"));
        refused("has nothing as name", program(PROGRAM.replace("name: ccm-2025\n", "")));
        refused("has \"1.0\" as version", program(PROGRAM.replace("1.0.0", "1.0")));
        refused("has the version \"1.0.0-b\"", program(PROGRAM.replace("1.0.0", "1.0.0-b")));
        refused("has \"2025-13\" as months.from", program(PROGRAM.replace("2025-01", "2025-13")));
        refused("the last is before the first", program(PROGRAM.replace("to: 2025-12", "to: 2024-12")));
        refused("has no months", program(PROGRAM.replaceAll("months.*", "months: all")));
        refused("has \"../x\" as name", program(PROGRAM.replace("ccm-2025", "../x")));
    }

    @Test
    void aLinkInAFolderIsRefused() throws Exception {
        program(PROGRAM);
        Path outside = Files.writeString(Files.createTempFile("outside", ".yaml"), "x");
        Files.createSymbolicLink(folder.resolve("link.yaml"), outside);
        refused("is a link", folder);
        Files.delete(outside);
    }
}
