package health.medley.cli.internal.explain;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import health.medley.cli.internal.report.Json;
import health.medley.core.InputProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads recorded determinations: one a line, or one JSON document with one or a list of them. */
final class RecordedFile {

    /** Takes what is read, in order. */
    interface Taker {
        /** Take a determination. */
        void recorded(Recorded recorded);

        /** Take what could not be read. */
        void problem(InputProblem problem);
    }

    private final String name;
    private final Taker taker;

    private RecordedFile(String name, Taker taker) {
        this.name = name;
        this.taker = taker;
    }

    static void read(Path path, Taker taker) throws IOException {
        RecordedFile file = new RecordedFile(String.valueOf(path.getFileName()), taker);
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8))) {
            String first = in.readLine();
            if (first != null && (first.strip().equals("{") || first.strip().equals("["))) {
                // a document written for people goes over many lines
                StringBuilder whole = new StringBuilder(first).append('\n');
                in.lines().forEach(line -> whole.append(line).append('\n'));
                file.text(1, whole.toString());
                return;
            }
            long number = 0;
            for (String line = first; line != null; line = in.readLine()) {
                number++;
                if (!line.isBlank()) {
                    file.text(number, line);
                }
            }
        }
    }

    private void text(long line, String text) {
        try {
            JsonNode node = Json.read(text);
            if (node.isArray()) {
                for (JsonNode one : node) {
                    record(line, one);
                }
            } else {
                record(line, node);
            }
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            taker.problem(new InputProblem(
                    name,
                    at == null ? line : line + at.getLineNr() - 1,
                    at == null ? "" : Integer.toString(at.getColumnNr()),
                    "",
                    "This is not JSON: " + e.getOriginalMessage() + ".",
                    "Take the line again from what medley run or medley explain --json wrote."));
        }
    }

    private void record(long line, JsonNode node) {
        try {
            taker.recorded(Recorded.of(name, line, node));
        } catch (Recorded.Unreadable e) {
            taker.problem(e.problem());
        }
    }
}
