package health.medley.store.internal.read;

import health.medley.core.store.IndexRange;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.StoredRecord;
import java.util.Comparator;

/**
 * Looks at index fields here rather than in the database where a query names patients: a patient has few records, while
 * a range of values may span those of all patients.
 *
 * @param query the query
 */
record Filter(RecordQuery query) {

    private static final Comparator<String> CODE_POINTS = Filter::compare;

    /** Whether index fields of a query are looked at here. */
    static boolean filters(RecordQuery query) {
        return !query.patients().isEmpty();
    }

    boolean takes(StoredRecord found) {
        return !filters(query)
                || found.index().entrySet().containsAll(query.index().entrySet())
                        && query.range().filter(range -> !within(found, range)).isEmpty();
    }

    private static boolean within(StoredRecord found, IndexRange range) {
        String value = found.index().get(range.field());
        return value != null
                && CODE_POINTS.compare(value, range.from()) >= 0
                && CODE_POINTS.compare(value, range.before()) < 0;
    }

    /** As the databases compare, which is not String's own order beyond U+D800. */
    private static int compare(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                boolean sameKind = Character.isSurrogate(a) == Character.isSurrogate(b);
                return sameKind ? Character.compare(a, b) : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
