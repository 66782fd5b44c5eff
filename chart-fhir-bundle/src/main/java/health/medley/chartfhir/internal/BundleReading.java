package health.medley.chartfhir.internal;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file with a Bundle of any type, or with single resources, entry by entry; no more than the facts of one entry
 * is held. Malformed JSON ends the file, what stood before is kept; bytes that are not UTF-8 spoil their entry only.
 */
final class BundleReading {

    private final ReadingTools tools;
    private final Utf8Stream in;
    private final Position at;
    private final ResourceFields outer;
    private final ResourceFields inner;

    private LongConsumer progress = bytes -> {};
    private long entry;

    BundleReading(ReadingTools tools, ChartFile file, InputStream content) throws IOException {
        this.tools = tools;
        outer = new ResourceFields(tools.forCare());
        inner = new ResourceFields(tools.forCare());
        in = new Utf8Stream(content);
        at = new Position(file);
    }

    /** Read to the end; {@code afterEntry} is told the bytes read so far. */
    long read(LongConsumer afterEntry) throws IOException {
        progress = afterEntry;
        if (in.isUtf16()) {
            tools.problems().report(at.file(), "", JsonTrouble.UTF16.problem(), JsonTrouble.UTF16.remedy());
            return in.total();
        }
        try (JsonParser parser = tools.json().createParser(in)) {
            readAll(parser);
        }
        return in.total();
    }

    private void readAll(JsonParser parser) {
        try {
            JsonToken token = parser.nextToken();
            if (token == null) {
                tools.problems()
                        .report(at.file(), "", "The file is empty.", "Export it again, or take it out of the folder.");
            }
            for (; token != null; token = parser.nextToken()) {
                if (token != JsonToken.START_OBJECT) {
                    trouble(parser.currentTokenLocation(), JsonTrouble.NO_OBJECT, "");
                    return;
                }
                value(parser);
            }
        } catch (IOException e) {
            failed(e, parser);
        }
    }

    private void failed(IOException failure, JsonParser parser) {
        if (failure instanceof JsonProcessingException json) {
            JsonLocation where = json.getLocation() == null ? parser.currentLocation() : json.getLocation();
            JsonTrouble trouble = JsonTrouble.of(failure);
            trouble(
                    where,
                    new JsonTrouble(trouble.problem() + " The rest of the file is not read.", trouble.remedy()),
                    JsonTrouble.path(parser.getParsingContext()));
        } else {
            trouble(parser.currentLocation(), JsonTrouble.ofBytes(failure), "");
        }
    }

    /** Read one value of the file: a resource, or a Bundle with its entries. */
    private void value(JsonParser parser) throws IOException {
        JsonLocation begin = parser.currentTokenLocation();
        tools.scanner().scan(parser, outer, this::entries);
        at.toLine(begin.getLineNr());
        long end = parser.currentLocation().getByteOffset();
        if (!ResourceKind.BUNDLE.resourceType().equals(outer.type())) {
            keep(outer, null, begin.getByteOffset(), end);
        } else if (in.invalidBefore(end)) {
            tools.problems().report(at, "", "", JsonTrouble.NOT_UTF8.problem(), JsonTrouble.NOT_UTF8.remedy());
        }
        progress.accept(in.total());
    }

    private void entries(JsonParser parser) throws IOException {
        for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
            if (item == JsonToken.START_OBJECT) {
                entry(parser);
            } else {
                trouble(parser.currentTokenLocation(), JsonTrouble.NO_OBJECT, "");
                parser.skipChildren();
            }
            entry++;
            progress.accept(in.total());
        }
    }

    private void entry(JsonParser parser) throws IOException {
        JsonLocation begin = parser.currentTokenLocation();
        boolean hasResource = false;
        boolean deletes = false;
        String fullUrl = null;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            if (name.equals("resource") && token == JsonToken.START_OBJECT) {
                tools.scanner().scan(parser, inner, null);
                hasResource = true;
            } else if (name.equals("request") && token == JsonToken.START_OBJECT) {
                deletes = deletes(parser);
            } else if (name.equals("fullUrl") && token == JsonToken.VALUE_STRING) {
                fullUrl = parser.getText();
            } else {
                parser.skipChildren();
            }
        }
        if (hasResource) {
            at.toEntry(entry, begin.getLineNr());
            keep(inner, fullUrl, begin.getByteOffset(), parser.currentLocation().getByteOffset());
        } else if (deletes && tools.forCare()) {
            at.toEntry(entry, begin.getLineNr());
            notDeleted();
        }
    }

    private void notDeleted() {
        tools.problems()
                .report(
                        at,
                        "request.method",
                        "DELETE",
                        "The entry asks to delete a resource; that is not done.",
                        "Deliver the resource marked entered-in-error, or an Encounter as cancelled.");
    }

    private static boolean deletes(JsonParser parser) throws IOException {
        boolean deletes = false;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken token = parser.nextToken();
            if (name.equals("method") && token == JsonToken.VALUE_STRING) {
                deletes = parser.getText().equals("DELETE");
            } else {
                parser.skipChildren();
            }
        }
        return deletes;
    }

    private void keep(ResourceFields fields, @Nullable String fullUrl, long begin, long end) {
        JsonTrouble trouble = null;
        if (in.invalidBefore(end)) {
            trouble = JsonTrouble.NOT_UTF8;
        } else if (end - begin > tools.limit()) {
            trouble = JsonTrouble.tooLong("The resource", tools.limit());
        }
        if (trouble == null) {
            tools.taker().accept(fields, fullUrl, at);
        } else {
            tools.problems().report(at, "", "", trouble.problem(), trouble.remedy());
        }
    }

    private void trouble(JsonLocation where, JsonTrouble trouble, String path) {
        at.toLine(where.getLineNr());
        tools.problems().report(at, Integer.toString(where.getColumnNr()), path, trouble.problem(), trouble.remedy());
    }
}
