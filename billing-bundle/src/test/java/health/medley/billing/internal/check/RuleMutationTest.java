package health.medley.billing.internal.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.billing.internal.RuleFolder;
import health.medley.core.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every value of every rule bundle matters: changed alone, it makes one of the bundle's own cases fail. {@code
 * -Dmedley.mutate=ccm-2025,pcm-2022} tries these alone.
 */
class RuleMutationTest {
    /** Values whose change can make no difference: the levels are tried from dearest to cheapest, as by amount. */
    private static final Set<String> EQUIVALENT = Set.of("apcm-2025 choose", "apcm-2026 choose");

    @Test
    void everyValueOfEveryBundleIsCoveredByItsOwnCases() throws Exception {
        String chosen = System.getProperty("medley.mutate", "");
        List<String> names = chosen.isEmpty() ? RuleFolder.names() : List.of(chosen.split(","));
        List<MutationRun.Report> reports = run(names);
        String uncovered = reports.stream()
                .flatMap(report -> report.uncovered().stream()
                        .filter(mutant -> !EQUIVALENT.contains(report.name() + " " + mutant.path()))
                        .map(mutant -> report.name() + "/" + mutant))
                .collect(Collectors.joining("\n"));
        reports.forEach(System.out::println);
        assertTrue(reports.stream().allMatch(report -> report.mutants() > 0), "a bundle without values");
        assertEquals("", uncovered, "values no case of their bundle notices");
    }

    @Test
    void aBundleWithoutTheCasesOfARequirementIsNoticed() {
        RuleSet rules = RuleFolder.read("planning-2026");
        Map<String, String> files = new TreeMap<>(rules.files());
        files.put(
                "cases.csv",
                files.get("cases.csv")
                        .lines()
                        .filter(line -> !line.contains("G0506_ONCE"))
                        .collect(Collectors.joining("\n")));
        RuleSet fewer =
                RuleSet.of(rules.ref().name(), rules.ref().version(), rules.program(), rules.from(), rules.to(), files);
        List<String> uncovered = new MutationRun(fewer)
                .run().uncovered().stream().map(Mutant::toString).toList();
        assertFalse(uncovered.isEmpty());
    }

    static List<MutationRun.Report> run(List<String> names) throws Exception {
        ExecutorService cores =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<MutationRun.Report>> running = new ArrayList<>();
            for (String name : names) {
                running.add(cores.submit(() -> new MutationRun(RuleFolder.read(name)).run()));
            }
            List<MutationRun.Report> reports = new ArrayList<>();
            for (Future<MutationRun.Report> report : running) {
                reports.add(report.get());
            }
            return reports;
        } finally {
            cores.shutdown();
        }
    }

    /** Try the bundles named, or all, and list what is not covered. */
    public static void main(String[] names) throws Exception {
        for (MutationRun.Report report : run(names.length == 0 ? RuleFolder.names() : List.of(names))) {
            report.broken().forEach(mistake -> System.out.println("MISTAKE " + mistake));
            report.uncovered().forEach(mutant -> System.out.println("NOT COVERED " + mutant));
            System.out.println(report);
        }
    }
}
