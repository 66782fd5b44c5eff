package health.medley.core.store;

import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold one version of a record as it is kept.
 *
 * @param key which record
 * @param version its version, 1 for the first
 * @param schema version of the kind's JSON schema that {@code body} follows
 * @param body the content, JSON text, as it was committed; empty if it was purged by policy
 * @param patient whose it is; empty if no patient's
 * @param month the service month it belongs to; empty if to none
 * @param index values it can be found by, by field name
 * @param reason why this version was made
 * @param by who made it, when and with what
 */
public record StoredRecord(
        RecordKey key,
        long version,
        int schema,
        String body,
        Optional<PatientRef> patient,
        Optional<ServiceMonth> month,
        Map<String, String> index,
        String reason,
        Authorship by) {
    /** Copy the index. */
    public StoredRecord {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(patient, "patient");
        Objects.requireNonNull(month, "month");
        index = Map.copyOf(index);
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(by, "by");
    }

    /** The record's id. */
    public String id() {
        return key.id();
    }
}
