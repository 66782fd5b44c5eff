package health.medley.core.store;

import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Say which records to read: of each record the current version, in the order of their ids.
 *
 * @param kind the kind
 * @param patients whose; empty for everybody's and nobody's. At most {@value #MOST_PATIENTS}
 * @param month of which service month; empty for any
 * @param index values the record is found by, all of them
 * @param range a further limit; empty for none
 * @param after id after which to begin; empty to begin with the first
 * @param limit how many at most; {@link Integer#MAX_VALUE} for all
 */
public record RecordQuery(
        String kind,
        Set<PatientRef> patients,
        Optional<ServiceMonth> month,
        Map<String, String> index,
        Optional<IndexRange> range,
        Optional<String> after,
        int limit) {

    /** How many patients a query may name. */
    public static final int MOST_PATIENTS = 1_000;

    /** Copy the collections and check the limits. */
    public RecordQuery {
        Objects.requireNonNull(kind, "kind");
        patients = Set.copyOf(patients);
        Objects.requireNonNull(month, "month");
        index = Collections.unmodifiableMap(new TreeMap<>(index));
        Objects.requireNonNull(range, "range");
        Objects.requireNonNull(after, "after");
        if (limit < 1 || patients.size() > MOST_PATIENTS) {
            throw new IllegalArgumentException("Reading records of kind " + kind + ": limit " + limit + " and "
                    + patients.size() + " patients; expected 1 or more and at most " + MOST_PATIENTS);
        }
    }

    /** All records of a kind. */
    public static RecordQuery of(String kind) {
        return new RecordQuery(
                kind, Set.of(), Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), Integer.MAX_VALUE);
    }

    /** Only those of one patient. */
    public RecordQuery patient(PatientRef patient) {
        return patients(Set.of(patient));
    }

    /** Only those of these patients. */
    public RecordQuery patients(Set<PatientRef> whose) {
        return new RecordQuery(kind, whose, month, index, range, after, limit);
    }

    /** Only those of one month. */
    public RecordQuery month(ServiceMonth only) {
        return new RecordQuery(kind, patients, Optional.of(only), index, range, after, limit);
    }

    /** Only those with this value, too. */
    public RecordQuery where(String field, String value) {
        Map<String, String> more = new TreeMap<>(index);
        more.put(field, value);
        return new RecordQuery(kind, patients, month, more, range, after, limit);
    }

    /** Only those with a value in this range. */
    public RecordQuery between(String field, String from, String before) {
        return new RecordQuery(
                kind, patients, month, index, Optional.of(new IndexRange(field, from, before)), after, limit);
    }

    /** One page. */
    public RecordQuery page(Optional<String> begin, int most) {
        return new RecordQuery(kind, patients, month, index, range, begin, most);
    }
}
