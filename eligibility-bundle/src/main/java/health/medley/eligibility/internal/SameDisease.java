package health.medley.eligibility.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Know which codes without a category are one disease because the chart gives them as codings of one condition.
 *
 * <p>A chart that codes one condition twice, in SNOMED CT and ICD-10-CM say, names one disease; it must not count for
 * two because our list has a category for neither or only for one of them.
 */
final class SameDisease {
    private final Map<String, String> parents = new HashMap<>();
    private final Map<String, String> categories = new HashMap<>();

    /** Take note that these are codings of one condition. */
    void together(List<ChronicCode> codes) {
        String category = "";
        String group = "";
        for (ChronicCode code : codes) {
            if (code.hasCategory()) {
                category = smaller(category, code.category());
            } else {
                group = group.isEmpty() ? root(code.key()) : join(group, code.key());
            }
        }
        if (!group.isEmpty() && !category.isEmpty()) {
            categories.merge(group, category, SameDisease::smaller);
        }
    }

    /** The key of the disease a code belongs to. */
    String diseaseOf(ChronicCode code) {
        if (code.hasCategory()) {
            return code.category();
        }
        String group = root(code.key());
        return categories.getOrDefault(group, group);
    }

    /** The smallest key leads a group, so that the outcome does not depend on the chart's order. */
    private String join(String group, String key) {
        String one = root(group);
        String other = root(key);
        String root = smaller(one, other);
        String joined = root.equals(one) ? other : one;
        if (!joined.equals(root)) {
            parents.put(joined, root);
            String category = categories.remove(joined);
            if (category != null) {
                categories.merge(root, category, SameDisease::smaller);
            }
        }
        return root;
    }

    private String root(String key) {
        String root = key;
        String parent = parents.get(root);
        while (parent != null) {
            root = parent;
            parent = parents.get(root);
        }
        return root;
    }

    private static String smaller(String one, String other) {
        if (one.isEmpty()) {
            return other;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }
}
