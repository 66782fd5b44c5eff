package health.medley.cli.internal.practice;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads what a practice sets where sources leave a rule open: {@code "parameters": {"cocm": {"first-month": "70 min"}}}.
 * Whether a program has such a parameter is for billing to say.
 */
final class PracticeParameters {

    private static final String REMEDY =
            "Write an object of objects, for example {\"cocm\": {\"first-month\": \"70 min\"}}.";

    /** Takes what cannot be read. */
    @FunctionalInterface
    interface Refusal {
        /** Refuse a value on a line, with what would do instead. */
        void refuse(long line, String value, String remedy);
    }

    private final JsonParser parser;
    private final KnownPrograms known;
    private final Refusal refusal;

    PracticeParameters(JsonParser parser, KnownPrograms known, Refusal refusal) {
        this.parser = parser;
        this.known = known;
        this.refusal = refusal;
    }

    /** Read the value the parser stands at; by program, then by the parameter's name. */
    Map<String, Map<String, String>> read() throws IOException {
        Map<String, Map<String, String>> programs = new TreeMap<>();
        if (!isObject()) {
            return programs;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String program = parser.currentName();
            parser.nextToken();
            if (!known.programs().contains(program) && !Vocabulary.CAPABILITIES.contains(program)) {
                refuse(
                        program,
                        "Name a program, one of " + String.join(", ", known.programs()) + ", or a capability, one of "
                                + String.join(", ", Vocabulary.CAPABILITIES) + ".");
            } else if (isObject()) {
                programs.put(program, values());
            }
        }
        return programs;
    }

    private Map<String, String> values() throws IOException {
        Map<String, String> values = new TreeMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                values.put(name, text(token));
            } else {
                refuse(name, REMEDY);
            }
        }
        return values;
    }

    /** A flag is written in JSON's words and read in those of rules. */
    private String text(JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_TRUE -> "yes";
            case VALUE_FALSE -> "no";
            default -> parser.getText();
        };
    }

    private boolean isObject() throws IOException {
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            return true;
        }
        refuse(parser.currentToken().isScalarValue() ? parser.getText() : "", REMEDY);
        return false;
    }

    private void refuse(String value, String remedy) throws IOException {
        long line = parser.currentTokenLocation().getLineNr();
        parser.skipChildren();
        refusal.refuse(line, value, remedy);
    }
}
