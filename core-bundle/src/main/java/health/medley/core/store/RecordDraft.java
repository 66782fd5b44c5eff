package health.medley.core.store;

import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Say what the next version of a record is to be.
 *
 * @param key which record
 * @param expected version the record has now, 0 for a record that is not there yet
 * @param schema version of the kind's JSON schema that {@code body} follows, 1 or more
 * @param body the whole content, JSON text
 * @param patient whose it is; empty if no patient's
 * @param month the service month it belongs to; empty if to none
 * @param index values it can be found by, by field name; those of earlier versions are no longer found
 * @param uniqueKeys keys that no other current record of the practice and kind holds; those of earlier versions that
 *     are not repeated are given up
 * @param reason why this version was made, in a few words without patient data; may be empty
 */
public record RecordDraft(
        RecordKey key,
        long expected,
        int schema,
        String body,
        Optional<PatientRef> patient,
        Optional<ServiceMonth> month,
        Map<String, String> index,
        Set<String> uniqueKeys,
        String reason) {
    /** Copy the collections, in order; check the numbers. */
    public RecordDraft {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(reason, "reason");
        index = Collections.unmodifiableMap(new TreeMap<>(index));
        uniqueKeys = Collections.unmodifiableSet(new TreeSet<>(uniqueKeys));
        if (expected < 0 || schema < 1) {
            throw new IllegalArgumentException("Draft of a record of kind " + key.kind() + ": expected version "
                    + expected + " and schema " + schema + "; expected 0 or more and 1 or more");
        }
    }
}
