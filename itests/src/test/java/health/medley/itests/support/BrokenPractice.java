package health.medley.itests.support;

import health.medley.itests.oracle.Population;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** A small invented practice to break, one thing at a time. Lines are numbered from 1, the header's. */
public final class BrokenPractice {
    private final Path folder;

    public BrokenPractice(Path folder) throws IOException {
        this.folder = folder;
        Population.of(11, 30, YearMonth.of(2025, 3), ZoneId.of("America/New_York"), "11")
                .write(folder);
    }

    public void remove(String name) throws IOException {
        Path path = folder.resolve(name);
        if (Files.isDirectory(path)) {
            try (Stream<Path> files = Files.list(path)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.delete(path);
    }

    public void addColumn(String name, String column, String value) throws IOException {
        List<String> lines = lines(name);
        lines.replaceAll(line -> line + "," + value);
        lines.set(0, lines.get(0).substring(0, lines.get(0).lastIndexOf(',') + 1) + column);
        Files.write(folder.resolve(name), lines);
    }

    public void renameColumn(String name, String column, String other) throws IOException {
        List<String> lines = lines(name);
        lines.set(0, lines.get(0).replace(column, other));
        Files.write(folder.resolve(name), lines);
    }

    /** Set one cell; give the patient whose row it is. */
    public String set(String name, int line, String column, String value) throws IOException {
        List<String> lines = lines(name);
        List<String> header = List.of(lines.get(0).split(","));
        String[] cells = lines.get(line - 1).split(",", -1);
        String patient = cells[header.indexOf("patient")];
        cells[header.indexOf(column)] = value;
        lines.set(line - 1, String.join(",", cells));
        Files.write(folder.resolve(name), lines);
        return patient;
    }

    /** Append a copy of a row; give its line. */
    public long repeatRow(String name, int line) throws IOException {
        List<String> lines = lines(name);
        lines.add(lines.get(line - 1));
        Files.write(folder.resolve(name), lines);
        return lines.size();
    }

    public void cutRow(String name, int line) throws IOException {
        List<String> lines = lines(name);
        lines.set(line - 1, lines.get(line - 1).substring(0, 20));
        Files.write(folder.resolve(name), lines);
    }

    /** Put a byte that is not UTF-8 at the end of a line; give the patient whose row it is. */
    public String latin1(String name, int line) throws IOException {
        List<String> lines = lines(name);
        List<String> header = List.of(lines.get(0).split(","));
        String patient = lines.get(line - 1).split(",", -1)[header.indexOf("patient")];
        lines.set(line - 1, lines.get(line - 1) + "J\u00fcrgen");
        Files.write(folder.resolve(name), lines, StandardCharsets.ISO_8859_1);
        return patient;
    }

    /** Replace a plain chart file by half of its gzip. */
    public void truncateChart(String zipped) throws IOException {
        Path plain = folder.resolve("chart").resolve(zipped.replace(".gz", ""));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            Files.copy(plain, out);
        }
        Files.delete(plain);
        byte[] whole = bytes.toByteArray();
        Files.write(folder.resolve("chart").resolve(zipped), Arrays.copyOf(whole, whole.length / 2));
    }

    /** Write a gzipped file with one line of many megabytes between two good ones; give its number. */
    public long appendHugeLine(String zipped, String type, int megabytes) throws IOException {
        byte[] million = new byte[1 << 20];
        Arrays.fill(million, (byte) 'a');
        String start = "{\"resourceType\":\"" + type + "\",\"id\":\"huge\",\"note\":[{\"text\":\"";
        try (OutputStream out = new GZIPOutputStream(
                Files.newOutputStream(folder.resolve("chart").resolve(zipped)))) {
            out.write("{\"resourceType\":\"Observation\",\"id\":\"o1\"}\n".getBytes(StandardCharsets.UTF_8));
            out.write(start.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < megabytes; i++) {
                out.write(million);
            }
            out.write("\"}]}\n{\"resourceType\":\"Observation\",\"id\":\"o2\"}\n".getBytes(StandardCharsets.UTF_8));
        }
        return 2;
    }

    public long appendDeepLine(String name, int depth) throws IOException {
        String deep = "{\"resourceType\":\"Condition\",\"id\":\"deep\",\"extension\":" + "[".repeat(depth)
                + "]".repeat(depth) + "}";
        return appendLine(name, deep.getBytes(StandardCharsets.UTF_8));
    }

    public long appendLatin1Line(String name) throws IOException {
        String line = "{\"resourceType\":\"Condition\",\"id\":\"l1\",\"code\":{\"text\":\"J\u00fcrgen\"},"
                + "\"subject\":{\"reference\":\"Patient/nobody\"}}";
        return appendLine(name, line.getBytes(StandardCharsets.ISO_8859_1));
    }

    private long appendLine(String name, byte[] line) throws IOException {
        Path file = folder.resolve("chart").resolve(name);
        long lines;
        try (Stream<String> text = Files.lines(file)) {
            lines = text.count();
        }
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
            out.write(line);
            out.write('\n');
        }
        return lines + 1;
    }

    private List<String> lines(String name) throws IOException {
        return new ArrayList<>(Files.readAllLines(folder.resolve(name)));
    }
}
