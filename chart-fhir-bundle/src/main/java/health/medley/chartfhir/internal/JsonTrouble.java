package health.medley.chartfhir.internal;

import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.EOFException;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/**
 * Says what is wrong with a file in words that hold nothing of its content. The parser's own messages do not do: they
 * quote what they stumble over.
 *
 * @param problem what is wrong
 * @param remedy what to do
 */
record JsonTrouble(String problem, String remedy) {

    static final JsonTrouble NOT_UTF8 = new JsonTrouble(
            "The text is not UTF-8.", "Export it as UTF-8, as FHIR requires; it may be Latin-1 or Windows-1252.");
    static final JsonTrouble UTF16 =
            new JsonTrouble("The file is UTF-16; it is not read.", "Export it as UTF-8, as FHIR requires.");
    static final JsonTrouble CUT_OFF = new JsonTrouble(
            "The JSON ends before the resource is complete.",
            "Check that the export ran to its end. NDJSON holds a whole resource in one line; one over several lines"
                    + " belongs into a .json file.");
    static final JsonTrouble NO_OBJECT = new JsonTrouble(
            "A JSON object is expected here, something else was found.",
            "Write a FHIR resource or Bundle: {\"resourceType\": ...}. NDJSON is one resource a line, without [ ]"
                    + " around or commas between them.");
    static final JsonTrouble MORE_ON_LINE = new JsonTrouble(
            "Something follows the resource on its line.", "Write one resource a line and nothing behind it.");

    private static final JsonTrouble MALFORMED =
            new JsonTrouble("The JSON is malformed.", "Correct it at this place, or export the resource again.");
    private static final Pattern FIELD_NAME = Pattern.compile("_?[a-zA-Z][a-zA-Z0-9]{0,39}");
    private static final int LONGEST_PATH = 80;

    /** What stopped the parser. */
    static JsonTrouble of(IOException failure) {
        if (failure instanceof StreamConstraintsException constraint) {
            String told = constraint.getOriginalMessage();
            if (told != null && told.contains("depth")) {
                return new JsonTrouble(
                        "The JSON is nested more than " + FhirJson.DEEPEST + " levels deep.",
                        "Check the export: FHIR resources are nested a few levels deep.");
            }
            return new JsonTrouble(
                    "A name, number or text in the JSON is far longer than FHIR allows.",
                    "Check the export at this place.");
        }
        return failure instanceof JsonEOFException ? CUT_OFF : MALFORMED;
    }

    /** What stopped the reading of bytes. */
    static JsonTrouble ofBytes(IOException failure) {
        if (failure instanceof Unpacked.TooMuch) {
            return new JsonTrouble(
                    "The gzip data unpacks to far more than any chart does; the rest is not read.",
                    "Deliver it unpacked, or in parts.");
        }
        if (failure instanceof EOFException) {
            return new JsonTrouble(
                    "The gzip data ends too early: the file was cut off. What stood before is read.",
                    "Copy or export the file again.");
        }
        if (failure instanceof ZipException) {
            return new JsonTrouble(
                    "The gzip data is damaged. What stood before the damage is read.",
                    "Copy or export the file again.");
        }
        return new JsonTrouble(
                "The file cannot be read (" + failure.getClass().getSimpleName() + ").",
                "Check that it is there and that this program may read it.");
    }

    /** A resource over the limit of {@code bytes}. */
    static JsonTrouble tooLong(String what, long bytes) {
        return new JsonTrouble(
                what + " is longer than the limit of " + bytes + " bytes; it is left out.",
                "Raise the limit if it is meant to be so long; else check that the export ends its lines.");
    }

    /** Where in a resource the parser stands, without content: {@code code.coding[1].system}. */
    static String path(JsonStreamContext context) {
        StringBuilder path = new StringBuilder();
        appendPath(path, context);
        return path.toString();
    }

    private static void appendPath(StringBuilder path, JsonStreamContext innermost) {
        JsonStreamContext[] contexts = new JsonStreamContext[innermost.getNestingDepth() + 1];
        int depth = 0;
        for (JsonStreamContext at = innermost; at != null && depth < contexts.length; at = at.getParent()) {
            contexts[depth++] = at;
        }
        for (int i = depth - 1; i >= 0 && path.length() < LONGEST_PATH; i--) {
            JsonStreamContext at = contexts[i];
            if (at.inArray()) {
                path.append('[').append(at.getCurrentIndex()).append(']');
            } else if (at.inObject() && at.getCurrentName() != null) {
                String name = at.getCurrentName();
                path.append(path.isEmpty() ? "" : ".")
                        .append(FIELD_NAME.matcher(name).matches() ? name : "?");
            }
        }
    }
}
