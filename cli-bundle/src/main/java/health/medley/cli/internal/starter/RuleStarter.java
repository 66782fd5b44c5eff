package health.medley.cli.internal.starter;

import health.medley.core.ServiceMonth;
import health.medley.core.rules.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a folder of rules that pass their check, with a comment on every part, for an analyst to change.
 *
 * @param name name of the rule set, and of the folder
 * @param program the program it rules
 * @param from first month it covers
 * @param to last month it covers
 */
public record RuleStarter(String name, String program, ServiceMonth from, ServiceMonth to) {

    /** Name of the folder with the schemas, beside the folder of rules. */
    public static final String SCHEMA_FOLDER = "medley-schema";

    private static final List<String> FILES = List.of(
            "program.yaml",
            "reasons.yaml",
            "eligibility.yaml",
            "conflicts.yaml",
            "codes/X0001.yaml",
            "codes/X0002.yaml",
            "fees.csv",
            "cases.csv");
    private static final List<String> SCHEMAS = List.of(
            "claim.json",
            "code.json",
            "common.json",
            "conflicts.json",
            "eligibility.json",
            "program.json",
            "reasons.json",
            "time.json");

    /** Programs whose tracks are not called like them. */
    private static final Map<String, String> TRACKS = Map.of("ccm", "staff", "pcm", "pcm_staff");

    /** Write the rules into {@code folder}, which must not be there, and the schemas beside it. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("codes"));
        for (String file : FILES) {
            String text = filled(resource("/medley/new-rules/" + file));
            Files.writeString(folder.resolve(file), file.equals("cases.csv") ? text + furtherMonths() : text);
        }
        schemas(folder);
    }

    /** Write a copy of other rules into {@code folder}, which must not be there, and the schemas beside it. */
    public static void copy(RuleSet rules, Path folder) throws IOException {
        for (Map.Entry<String, String> file : rules.files().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, named(file.getKey()) + file.getValue());
        }
        schemas(folder);
    }

    /** The line that tells an editor the schema of a file; nothing for a table. */
    private static String named(String file) {
        if (!file.endsWith(".yaml")) {
            return "";
        }
        String up = "../".repeat(file.split("/").length) + SCHEMA_FOLDER + "/";
        String schema = file.startsWith("codes/") ? "code" : file.substring(0, file.length() - ".yaml".length());
        return "# yaml-language-server: $schema=" + up + schema + ".json\n";
    }

    private static void schemas(Path folder) throws IOException {
        Path schemas = Files.createDirectories(folder.resolveSibling(SCHEMA_FOLDER));
        for (String schema : SCHEMAS) {
            Files.writeString(schemas.resolve(schema), local(resource("/medley/schema/" + schema)));
        }
    }

    private String filled(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("program", program);
        values.put("track", track());
        values.put("label", "The service of " + name);
        values.put("from", from.toString());
        values.put("to", to.toString());
        values.put("first-day", from.firstDay().toString());
        values.put("last-day", to.lastDay().toString());
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("@" + value.getKey() + "@", value.getValue());
        }
        return filled;
    }

    private String track() {
        return TRACKS.getOrDefault(program, program);
    }

    /** Rules are not accepted for a month that no case is of. */
    private String furtherMonths() {
        StringBuilder rows = new StringBuilder();
        for (YearMonth month = from.value().plusMonths(1); !month.isAfter(to.value()); month = month.plusMonths(1)) {
            rows.append("MONTH-")
                    .append(month)
                    .append(",the month is covered,")
                    .append(month)
                    .append(',')
                    .append(track())
                    .append(",20,0,2,PRIOR,,BILL,X0001x1,OK,60.00\n");
        }
        return rows.toString();
    }

    /** Without its published address an editor looks for what a schema refers to in the folder, not on the internet. */
    private static String local(String schema) {
        return schema.replaceFirst("(?m)^\\s*\"\\$id\":.*\\R", "");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = RuleStarter.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The bundle holds no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
