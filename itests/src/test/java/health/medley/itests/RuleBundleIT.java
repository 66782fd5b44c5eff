package health.medley.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.command.ExitStatus;
import health.medley.core.ports.Choice;
import health.medley.core.ports.Ports;
import health.medley.core.rules.RuleLibrary;
import health.medley.core.rules.RuleSummary;
import health.medley.itests.oracle.Csv;
import health.medley.itests.support.RuleFolder;
import health.medley.itests.support.Said;
import health.medley.launcher.Medley;
import health.medley.launcher.MedleyConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A rule bundle is packed without Maven, added to a running platform, activated and rolled back. */
@Timeout(120)
class RuleBundleIT {
    @TempDir
    private Path folder;

    @Test
    void aNewVersionOfTheRulesTakesOverAndIsRolledBack() throws IOException {
        try (Medley medley = Medley.start(new MedleyConfig())) {
            Path jar = pack(medley);
            String before = amounts(medley, "before");
            medley.install(jar);
            assertEquals(before, amounts(medley, "installed"), "installed is not active");
            assertEquals(List.of("1.0.0"), active(medley));
            activate(medley, "1.1.0");
            String after = amounts(medley, "activated");
            assertFalse(before.equals(after), "the new fee is used");
            assertTrue(after.contains("ccm-2025 1.1.0"), after);
            assertEquals(List.of("1.1.0"), active(medley));
            activate(medley, "1.0.0");
            assertEquals(before, amounts(medley, "rolled back"));
        }
    }

    @Test
    void aLeasedCallerKeepsItsRules() throws IOException {
        try (Medley medley = Medley.start(new MedleyConfig())) {
            medley.install(pack(medley));
            RuleLibrary library = medley.port(RuleLibrary.class);
            var month = health.medley.core.ServiceMonth.parse("2025-03");
            try (var lease = medley.port(Ports.class).open(Said.TESTER)) {
                assertEquals(
                        "1.0.0",
                        library.find(lease.caller(), "ccm", month).ref().version());
                activate(medley, "1.1.0");
                assertEquals(
                        "1.0.0",
                        library.find(lease.caller(), "ccm", month).ref().version());
                assertEquals(
                        "1.1.0", library.find(Said.TESTER, "ccm", month).ref().version());
            }
        }
    }

    @Test
    void rulesChosenAtTheStartAnswerAtOnce() throws IOException {
        Path jar;
        try (Medley medley = Medley.start(new MedleyConfig())) {
            jar = pack(medley);
        }
        try (Medley medley = Medley.start(new MedleyConfig().with(jar).choose("ccm-2025", "1.1.0"))) {
            assertEquals(List.of("1.1.0"), active(medley));
            assertTrue(amounts(medley, "chosen").contains("ccm-2025 1.1.0"));
        }
    }

    /** The rules of 2025 as version 1.1.0, with another fee for 99490. */
    private Path pack(Medley medley) throws IOException {
        RuleFolder rules = RuleFolder.copyOf("ccm-2025", folder);
        rules.replaceFirst("program.yaml", "(?m)^version: 1\\.0\\.0", "version: 1.1.0");
        // 0.03 more of practice expense: (1.00 + 0.84 + 0.06) x 32.3465
        rules.replaceFirst("fees.csv", "(?<=99490,2025-01-01,2025-12-31,1\\.00,)0\\.81", "0.84");
        rules.replaceFirst("fees.csv", "\\b60\\.49\\b", "61.46");
        rules.expectNoAmounts();
        Said said = Said.by(medley, "rules pack", folder, rules.path().toString(), "--out", "changed.jar");
        assertEquals(ExitStatus.DONE, said.status(), said::toString);
        return folder.resolve("changed.jar");
    }

    private static void activate(Medley medley, String version) {
        medley.port(Ports.class).activate(Said.TESTER, List.of(new Choice("ccm-2025", version)));
    }

    private static List<String> active(Medley medley) {
        return medley.port(RuleLibrary.class).list(Said.TESTER).stream()
                .filter(rule -> rule.ref().name().equals("ccm-2025") && rule.active())
                .map((RuleSummary rule) -> rule.ref().version())
                .toList();
    }

    /** Rules and amount of the first patient of the sample practice with the one code 99490. */
    private String amounts(Medley medley, String out) throws IOException {
        Said said = Said.by(
                medley,
                "run",
                folder,
                "--practice",
                Places.samplePractice().toString(),
                "--month",
                "2025-03",
                "--out",
                out);
        assertEquals(ExitStatus.DONE, said.status(), said::toString);
        assertTrue(Files.exists(folder.resolve(out)));
        for (Map<String, String> row : Csv.read(folder.resolve(out).resolve("determinations.csv"))) {
            if (row.get("codes").equals("99490x1")) {
                return row.get("rules") + " " + row.get("rules_hash") + " " + row.get("amount");
            }
        }
        throw new IllegalStateException("nobody with 99490");
    }
}
