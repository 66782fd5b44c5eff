package health.medley.record;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.store.RecordDraft;

/** What a text must be so that every store gives it back as it got it. */
public final class RecordText {

    /** Most characters of an index field's name or value, or of a unique key. */
    public static final int LONGEST_KEY = 500;

    private RecordText() {}

    /**
     * Check a draft.
     *
     * @throws MedleyException {@code ARGUMENT_INVALID}
     */
    public static void check(RecordDraft draft) {
        check(draft, "body", draft.body());
        check(draft, "reason", draft.reason());
        draft.index().forEach((name, value) -> {
            checkShort(draft, "index", name);
            checkShort(draft, "index", value);
        });
        draft.uniqueKeys().forEach(key -> checkShort(draft, "unique keys", key));
    }

    private static void checkShort(RecordDraft draft, String part, String text) {
        check(draft, part, text);
        if (text.length() > LONGEST_KEY) {
            throw invalid(
                    draft,
                    part,
                    "a text of " + text.length() + " characters; expected " + LONGEST_KEY
                            + " at most, as indexes hold no more: use a hash of it");
        }
    }

    private static void check(RecordDraft draft, String part, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c) && !paired(text, i)) {
                throw invalid(
                        draft,
                        part,
                        "U+" + String.format("%04X", (int) c) + ", which is no text; leave it out or escape it");
            }
        }
    }

    private static boolean paired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    private static MedleyException invalid(RecordDraft draft, String part, String what) {
        return new MedleyException(
                ErrorCode.ARGUMENT_INVALID,
                "Committing a record of kind " + draft.key().kind() + ": its " + part + " holds " + what);
    }
}
