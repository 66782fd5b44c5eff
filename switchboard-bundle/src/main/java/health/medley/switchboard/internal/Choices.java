package health.medley.switchboard.internal;

import health.medley.core.ports.Choice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was chosen explicitly, by name of a provider bundle or rule set. A later choice wins. Immutable. */
final class Choices {
    /** One chosen version and how late it was chosen; those of one moment have the same number. */
    record Chosen(String version, long order) {}

    private final Map<String, Chosen> byName;

    private Choices(Map<String, Chosen> byName) {
        this.byName = byName;
    }

    /**
     * Read the choices an operator gave at start.
     *
     * @param setting {@code name/version}, several with commas between; null for none
     */
    static Choices parse(@Nullable String setting) {
        List<Choice> choices = new ArrayList<>();
        for (String part : setting == null ? new String[0] : setting.split(",")) {
            String[] words = part.strip().split("/", 2);
            if (words.length == 2 && !words[0].isBlank() && !words[1].isBlank()) {
                choices.add(new Choice(words[0].strip(), words[1].strip()));
            } else if (!part.isBlank()) {
                throw new IllegalArgumentException("Reading the setting " + Settings.CHOSEN + ": \"" + part.strip()
                        + "\" is not a choice. Write name/version, for example ccm-2025/1.1.0.");
            }
        }
        return new Choices(Map.of()).with(choices, 0);
    }

    /** These choices and later ones. */
    Choices with(List<Choice> later, long order) {
        Map<String, Chosen> all = new HashMap<>(byName);
        later.forEach(choice -> all.put(choice.name(), new Chosen(choice.version(), order)));
        return new Choices(all);
    }

    /** The version chosen under a name; null if none is. */
    @Nullable
    Chosen of(String name) {
        return byName.get(name);
    }

    /** Every name something was chosen under. */
    List<String> names() {
        return byName.keySet().stream().sorted().toList();
    }
}
