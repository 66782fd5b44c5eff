package health.medley.cli.internal.practice;

import java.util.HashMap;
import java.util.Map;

/** Keeps one copy of text that comes again and again in a table, so that a large table needs little memory. */
final class Shared {

    private final Map<String, String> texts = new HashMap<>();

    /** The one copy of a text. */
    String one(String text) {
        return texts.computeIfAbsent(text, same -> same);
    }
}
