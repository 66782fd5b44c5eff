package health.medley.eligibility.internal;

/**
 * Hold a code of the chart that was judged chronic.
 *
 * @param key the code, {@code SYSTEM:code}
 * @param category the disease it belongs to; empty for a disease of its own
 * @param name a short name in our own words
 */
record ChronicCode(String key, String category, String name) {

    boolean hasCategory() {
        return !category.isEmpty();
    }
}
