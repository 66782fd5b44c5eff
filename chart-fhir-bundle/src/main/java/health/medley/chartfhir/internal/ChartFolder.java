package health.medley.chartfhir.internal;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the files of a chart folder, in the fixed order in which they are read. */
final class ChartFolder {

    private static final Pattern CHART_FILE = Pattern.compile("[^.].*\\.(nd)?json(\\.gz)?");
    private static final String LAYOUT = "Expected a folder with FHIR R4 files: *.ndjson[.gz] (one resource a line)"
            + " or *.json[.gz] (Bundles). An empty folder is a chart without patients.";

    private ChartFolder() {}

    /**
     * List the chart files of {@code folder}, sorted by name. Sub-folders, hidden files and other names are left alone.
     *
     * @throws MedleyException {@code CHART_UNREADABLE} if it is not a folder or cannot be listed
     */
    static List<ChartFile> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            String what = Files.exists(folder) ? "it is not a folder" : "it does not exist";
            throw new MedleyException(
                    ErrorCode.CHART_UNREADABLE, "Reading the chart from " + folder + ": " + what + ". " + LAYOUT);
        }
        try (Stream<Path> children = Files.list(folder)) {
            List<Path> paths = children.filter(ChartFolder::isChartFile)
                    .sorted((a, b) -> name(a).compareTo(name(b)))
                    .toList();
            return describe(folder, paths);
        } catch (IOException e) {
            throw new MedleyException(
                    ErrorCode.CHART_UNREADABLE,
                    "Reading the chart from " + folder + ": the folder cannot be listed (" + e + "). Give this"
                            + " program the right to read it.",
                    e);
        }
    }

    private static List<ChartFile> describe(Path folder, List<Path> paths) throws IOException {
        Path last = folder.toAbsolutePath().normalize().getFileName();
        String prefix = last == null ? "" : last + "/";
        List<ChartFile> files = new ArrayList<>(paths.size());
        for (Path path : paths) {
            files.add(new ChartFile(path, prefix + name(path), files.size(), Files.size(path)));
        }
        return files;
    }

    private static boolean isChartFile(Path path) {
        return CHART_FILE.matcher(name(path).toLowerCase(Locale.ROOT)).matches() && Files.isRegularFile(path);
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }
}
