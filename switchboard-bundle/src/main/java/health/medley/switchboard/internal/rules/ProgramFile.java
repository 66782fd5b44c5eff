package health.medley.switchboard.internal.rules;

import health.medley.core.MedleyException;
import health.medley.core.ServiceMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Read from {@code program.yaml} what a rule set is; the rest of the file is billing's. */
final class ProgramFile {
    /** Its path below {@code medley/rules/}. */
    static final String NAME = "program.yaml";

    private final RuleText source;
    private final Map<?, ?> content;

    private ProgramFile(RuleText source, Map<?, ?> content) {
        this.source = source;
        this.content = content;
    }

    /** Read the file that was collected. */
    static RuleIdentity read(RuleText source) {
        String text = source.files().get(NAME);
        if (text == null) {
            throw source.invalid(
                    "it has no " + RuleText.FOLDER + NAME, "Add one with name, version, program and months.");
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(NAME)
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(20)
                .setCodePointLimit(RuleText.LARGEST_FILE)
                .build();
        Object loaded;
        try {
            loaded = new Load(settings).loadFromString(text);
        } catch (YamlEngineException | StackOverflowError e) {
            String said = e.getMessage() == null ? e.getClass().getName() : e.getMessage();
            throw source.invalid(
                    NAME + " is not YAML: " + said.replaceAll("\\s+", " ").strip(), "Correct it at that place.");
        }
        if (!(loaded instanceof Map<?, ?> map)) {
            throw source.invalid(NAME + " is not a list of keys and values", "Write for example \"name: ccm-2025\".");
        }
        return new ProgramFile(source, map).identity();
    }

    private RuleIdentity identity() {
        Object months = content.get("months");
        if (!(months instanceof Map<?, ?> span)) {
            throw source.invalid(
                    NAME + " has no months", "Write \"months: {from: 2025-01, to: 2025-12}\" with its source.");
        }
        ServiceMonth from = month("months.from", span.get("from"));
        ServiceMonth to = month("months.to", span.get("to"));
        if (to.compareTo(from) < 0) {
            throw source.invalid(
                    NAME + " has months from " + from + " to " + to + ": the last is before the first",
                    "Exchange them.");
        }
        String version = word("version");
        if (!version.matches("[0-9]{1,9}\\.[0-9]{1,9}\\.[0-9]{1,9}")) {
            throw source.invalid(
                    NAME + " has the version \"" + version + "\"", "Write three numbers, for example 1.0.0.");
        }
        return new RuleIdentity(word("name"), version, word("program"), from, to);
    }

    private String word(String key) {
        if (content.get(key) instanceof String word && word.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            return word;
        }
        throw source.invalid(
                NAME + " has " + shown(content.get(key)) + " as " + key,
                "Write letters, digits, dots and hyphens; put a number in quotes.");
    }

    private ServiceMonth month(String key, @Nullable Object value) {
        try {
            if (value instanceof String text) {
                return ServiceMonth.parse(text);
            }
        } catch (MedleyException e) {
            throw source.invalid(NAME + " has " + shown(value) + " as " + key, "Write YYYY-MM.", e);
        }
        throw source.invalid(NAME + " has " + shown(value) + " as " + key, "Write YYYY-MM.");
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "nothing" : "\"" + value + "\"";
    }
}
