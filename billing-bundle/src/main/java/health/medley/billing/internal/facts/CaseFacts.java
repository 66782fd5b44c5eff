package health.medley.billing.internal.facts;

import health.medley.billing.internal.plan.Fact;
import health.medley.billing.internal.plan.FactVocabulary;
import health.medley.core.InputProblem;
import health.medley.core.MedleyException;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.CaseRow;
import health.medley.core.practice.OtherCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Read one row of a case file: every name must be known and every value readable; what is wrong is listed with the
 * row's line and the column.
 *
 * @param month the service month; empty if it cannot be read
 * @param track the declared track
 * @param columns names of the columns that are there
 * @param cells text of the columns that are there and not empty
 * @param events what happened to the patient, by name
 * @param extra further facts, by name
 * @param problems what is wrong
 */
public record CaseFacts(
        Optional<ServiceMonth> month,
        String track,
        Set<String> columns,
        Map<String, String> cells,
        Map<String, String> events,
        Map<String, String> extra,
        List<InputProblem> problems) {
    private static final String PARAMETER = "parameter:";

    /** Read a row of {@code file} in the words of {@code vocabulary}. */
    public static CaseFacts read(String file, CaseRow row, FactVocabulary vocabulary) {
        return new Reading(file, row, vocabulary).read();
    }

    /** Values the case sets for parameters of the rules, by name, as a practice may set them. */
    public Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        extra.forEach((name, value) -> {
            if (name.startsWith(PARAMETER)) {
                parameters.put(name.substring(PARAMETER.length()), value);
            }
        });
        return parameters;
    }

    /** Names of everything the row gives, with the facts made from each. */
    public Map<String, List<String>> given(FactVocabulary vocabulary) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (Map<String, String> part : List.of(events, extra)) {
            part.keySet().stream().filter(name -> !name.startsWith(PARAMETER)).forEach(name -> {
                List<String> feeds = vocabulary.find(name).map(Fact::feeds).orElse(List.of());
                given.put(name, feeds.isEmpty() ? List.of(name) : feeds);
            });
        }
        return given;
    }

    /** Whether a text can be stated as a value of the fact: an event may also be just {@code Y}. */
    public static boolean fits(Fact fact, String value) {
        return FactText.fits(fact, value)
                || (fact.where().equals("event") || fact.name().equals("in_em"))
                        && (FactText.flag(value).isPresent() || value.equals("all"));
    }

    private static final class Reading {
        private final String file;
        private final CaseRow row;
        private final FactVocabulary vocabulary;
        private final List<InputProblem> problems = new ArrayList<>();
        private final Map<String, String> cells = new LinkedHashMap<>();

        Reading(String file, CaseRow row, FactVocabulary vocabulary) {
            this.file = file;
            this.row = row;
            this.vocabulary = vocabulary;
        }

        CaseFacts read() {
            row.columns().forEach(this::cell);
            String text = row.columns().getOrDefault("service_month", "").strip();
            Optional<ServiceMonth> month = month(text);
            Map<String, String> events = pairs("patient_events", "event");
            Map<String, String> extra = pairs("extra_facts", "extra");
            others();
            return new CaseFacts(
                    month,
                    cells.getOrDefault("declared_track", ""),
                    row.columns().keySet(),
                    cells,
                    events,
                    extra,
                    problems);
        }

        private void cell(String column, String text) {
            Optional<Fact> fact =
                    vocabulary.find(column).filter(found -> found.where().equals("column"));
            if (fact.isEmpty()) {
                problem(column, text, "There is no column " + column + ".", "Use the columns of the case files.");
            } else if (!text.isBlank()) {
                cells.put(column, text.strip());
                boolean prior = column.equals("consent_date") && text.strip().equals("PRIOR");
                if (!prior && !FactText.fits(fact.get(), text)) {
                    problem(column, text, "This cannot be read.", FactText.expected(fact.get()));
                }
            }
        }

        private Optional<ServiceMonth> month(String text) {
            try {
                return Optional.of(ServiceMonth.parse(text));
            } catch (MedleyException e) {
                problem("service_month", text, "This is not a month.", "Write YYYY-MM, for example 2025-03.");
                return Optional.empty();
            }
        }

        private Map<String, String> pairs(String column, String where) {
            Map<String, String> pairs = new LinkedHashMap<>();
            for (String pair : cells.getOrDefault(column, "").split(";")) {
                if (pair.isBlank()) {
                    continue;
                }
                int at = pair.indexOf('=');
                String name = (at < 0 ? pair : pair.substring(0, at)).strip();
                String value = at < 0 ? "Y" : pair.substring(at + 1).strip();
                if (where.equals("extra") && name.startsWith(PARAMETER)) {
                    pairs.put(name, value);
                    continue;
                }
                Optional<Fact> fact = vocabulary.find(name).filter(found -> mayStand(found, where));
                if (fact.isEmpty()) {
                    problem(
                            column,
                            name,
                            "There is no fact " + name + ".",
                            "Use a name of the case files' vocabulary.");
                } else if (!fits(fact.get(), value)) {
                    problem(column, pair.strip(), "This cannot be read.", FactText.expected(fact.get()));
                } else {
                    pairs.put(name, value);
                }
            }
            return pairs;
        }

        /** A case may also state a fact that is else made from others. */
        private static boolean mayStand(Fact fact, String where) {
            return fact.where().equals(where)
                    || where.equals("extra") && fact.where().equals("derived");
        }

        private void others() {
            for (String text : cells.getOrDefault("other_codes_same_month", "").split(";")) {
                if (!text.isBlank()) {
                    try {
                        OtherCode.parse(text.strip());
                    } catch (IllegalArgumentException e) {
                        problem("other_codes_same_month", text, "This is not a code.", "Write CODE@P1 or CODE@P2.");
                    }
                }
            }
        }

        private void problem(String column, String value, String problem, String remedy) {
            problems.add(new InputProblem(file, row.line(), column, value, problem, remedy));
        }
    }
}
