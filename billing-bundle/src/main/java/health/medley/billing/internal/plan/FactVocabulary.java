package health.medley.billing.internal.plan;

import health.medley.billing.internal.reading.CsvTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Hold every fact by name: those of {@code facts.csv}, and those a rule set declares itself. Immutable. */
public final class FactVocabulary {
    private static final FactVocabulary PLATFORM = load();

    private final Map<String, Fact> facts;

    private FactVocabulary(Map<String, Fact> facts) {
        this.facts = Collections.unmodifiableMap(facts);
    }

    /** The facts the platform knows. */
    public static FactVocabulary platform() {
        return PLATFORM;
    }

    /** This vocabulary and further facts; a fact of the same name is kept as it was. */
    public FactVocabulary with(List<Fact> further) {
        Map<String, Fact> all = new LinkedHashMap<>(facts);
        further.forEach(fact -> all.putIfAbsent(fact.name(), fact));
        return new FactVocabulary(all);
    }

    /** The fact of that name. */
    public Optional<Fact> find(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    /** Every fact by name, in the order declared. */
    public Map<String, Fact> all() {
        return facts;
    }

    private static FactVocabulary load() {
        Map<String, Fact> facts = new LinkedHashMap<>();
        for (CsvTable.Row row : CsvTable.ofBundle("facts.csv").rows()) {
            Fact fact = new Fact(
                    row.text("name"),
                    row.text("where"),
                    FactKind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
                    row.text("unit"),
                    words(row.text("words")),
                    words(row.text("feeds")),
                    row.text("meaning"));
            facts.put(fact.name(), fact);
        }
        return new FactVocabulary(facts);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
