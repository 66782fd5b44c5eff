package health.medley.eligibility.internal;

import java.util.Objects;

/**
 * Say what the platform's list knows of a code.
 *
 * @param chronic whether it names a chronic condition
 * @param category the disease it belongs to; empty for a disease of its own
 * @param name a short name in our own words; may be empty
 */
record ChronicEntry(boolean chronic, String category, String name) {
    /** Check that no part is null. */
    ChronicEntry {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(name, "name");
    }
}
