package health.medley.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import health.medley.itests.oracle.Csv;
import health.medley.itests.support.HowToPage;
import health.medley.itests.support.ShellSession;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Spends the day of the tutorial with a real server, word by word in a shell, and compares the month it closed with the
 * one computed from files. With {@code -Dmedley.howto.update=true} it writes what the commands print into the page.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ADayIT {
    private static final boolean UPDATE = Boolean.getBoolean("medley.howto.update");
    private static final Path PAGE = Places.root().resolve("docs/tutorials/a-day.md");
    private static final String SHOWN_PORT = "8181";
    private static final List<String> COMPARED = List.of(
            "status",
            "codes",
            "units",
            "amount",
            "reason",
            "staff_seconds",
            "practitioner_seconds",
            "date_of_service",
            "facts_hash");

    @TempDir
    private static Path folder;

    @Test
    void theDayGoesAsThePageShowsAndItsMonthIsThatOfTheFiles() throws Exception {
        assumeTrue(onPath("curl") && onPath("sh"), "the tutorial needs sh and curl");
        copy(Places.home(), folder);
        HowToPage page = HowToPage.read(Files.readString(PAGE));
        String updated;
        try (ShellSession shell = new ShellSession(folder)) {
            updated = carriedOut(page, shell, freePort());
        }
        if (UPDATE) {
            Files.writeString(PAGE, updated);
        }
        Map<String, Map<String, String>> served = rows(folder.resolve("served.csv"));
        assertEquals(List.of(), different(rows(folder.resolve("results/determinations.csv")), served));
        assertEquals(173, served.size());
    }

    private static String carriedOut(HowToPage page, ShellSession shell, String port) throws IOException {
        StringBuilder updated = new StringBuilder(page.text());
        int shift = 0;
        for (HowToPage.Step step : page.steps()) {
            if (step instanceof HowToPage.Write write) {
                Path file = folder.resolve(write.file());
                Files.createDirectories(file.getParent());
                Files.writeString(file, write.content());
            } else if (step instanceof HowToPage.Console console) {
                String now = run(console, shell, port);
                updated.replace(console.start() + shift, console.end() + shift, now);
                shift += now.length() - (console.end() - console.start());
            }
        }
        return updated.toString();
    }

    private static String run(HowToPage.Console console, ShellSession shell, String port) throws IOException {
        StringBuilder block = new StringBuilder();
        for (HowToPage.Shown shown : console.commands()) {
            List<String> printed = shell.run(shown.command().replace(SHOWN_PORT, port)).stream()
                    .map(line -> line.replace(port, SHOWN_PORT))
                    .toList();
            boolean fits = HowToPage.fits(shown.output(), printed);
            assertTrue(
                    fits || UPDATE,
                    () -> shown.command() + " prints\n" + String.join("\n", printed) + "\nand the page shows\n"
                            + String.join("\n", shown.output()));
            block.append(shown.typed(fits ? shown.output() : printed));
        }
        return block.toString();
    }

    private static List<String> different(
            Map<String, Map<String, String>> expected, Map<String, Map<String, String>> served) {
        return Stream.concat(expected.keySet().stream(), served.keySet().stream())
                .distinct()
                .filter(patient -> !Objects.equals(expected.get(patient), served.get(patient)))
                .map(patient -> "from files " + expected.get(patient) + ", served " + served.get(patient))
                .toList();
    }

    /** What is compared of each row of a file of determinations, by patient. */
    private static Map<String, Map<String, String>> rows(Path file) {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (Map<String, String> row : Csv.read(file)) {
            row.keySet()
                    .retainAll(Stream.concat(Stream.of("patient"), COMPARED.stream())
                            .toList());
            rows.put(row.get("patient"), row);
        }
        return rows;
    }

    private static boolean onPath(String command) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, command)));
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Integer.toString(socket.getLocalPort());
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
