package health.medley.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import health.medley.billing.internal.plan.RuleCompiler;
import health.medley.billing.internal.reading.RuleProblems;
import health.medley.core.ServiceMonth;
import health.medley.core.rules.RuleSet;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** A real rule bundle with any piece of any of its files replaced compiles, or says what is wrong. */
class RuleFileFuzzTest {
    private static final String ROOT = "medley/rules/";
    private static final Map<String, String> FILES = files();
    private static final List<String> NAMES = FILES.keySet().stream()
            .filter(name -> !name.equals("cases.csv"))
            .sorted()
            .toList();

    @FuzzTest(maxDuration = "8s")
    void anyChangeCompilesOrIsReported(FuzzedDataProvider data) throws Exception {
        Map<String, String> changed = new HashMap<>(FILES);
        String name = data.pickValue(new ArrayList<>(NAMES).toArray(String[]::new));
        String text = FILES.get(name);
        int from = data.consumeInt(0, text.length());
        int to = data.consumeInt(from, text.length());
        changed.put(name, text.substring(0, from) + data.consumeRemainingAsString() + text.substring(to));
        RuleSet rules = RuleSet.of(
                "fuzzed", "1.0.0", "ccm", ServiceMonth.parse("2025-01"), ServiceMonth.parse("2025-12"), changed);
        Budget.hold(() -> {
            RuleProblems problems = new RuleProblems();
            if (RuleCompiler.compileAll(rules, Map.of(), problems).isEmpty() && problems.isEmpty()) {
                throw new IllegalStateException("A rule set was refused and nobody says why");
            }
        });
    }

    private static Map<String, String> files() {
        Map<String, String> files = new HashMap<>();
        try {
            URI program = RuleFileFuzzTest.class
                    .getClassLoader()
                    .getResource(ROOT + "program.yaml")
                    .toURI();
            String jar = program.getRawSchemeSpecificPart();
            try (JarFile zip = new JarFile(
                    Path.of(URI.create(jar.substring(0, jar.indexOf('!')))).toFile())) {
                for (JarEntry entry : Collections.list(zip.entries())) {
                    if (entry.getName().startsWith(ROOT) && !entry.isDirectory()) {
                        String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                        files.put(entry.getName().substring(ROOT.length()), text);
                    }
                }
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("Reading the rules of ccm-2025", e);
        }
        return Map.copyOf(files);
    }
}
