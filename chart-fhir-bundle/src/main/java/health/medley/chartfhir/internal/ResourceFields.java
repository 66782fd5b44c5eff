package health.medley.chartfhir.internal;

import health.medley.core.chart.ChartCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was read of one resource, whatever its type; used again for the next. */
final class ResourceFields {

    /** Codings, identifiers or participants of one resource that are kept. More are a mistake. */
    static final int MOST_ITEMS = 10_000;

    /** The {@code resourceType}; null if there was none. */
    @Nullable
    String type;

    /** The {@code id}. */
    @Nullable
    String id;

    /** The patient as referred to by {@code subject} or {@code beneficiary}. */
    @Nullable
    String patient;

    @Nullable
    String status;

    boolean refuted;
    Optional<LocalDate> onset = Optional.empty();
    Optional<LocalDate> recorded = Optional.empty();
    Optional<LocalDate> abated = Optional.empty();
    Optional<LocalDate> start = Optional.empty();
    Optional<LocalDate> end = Optional.empty();
    Optional<LocalDate> birth = Optional.empty();
    Optional<LocalDate> death = Optional.empty();

    /** Codings of {@code code}. */
    final List<ChartCode> codes = new ArrayList<>();

    /** Codings of {@code type}. */
    final List<ChartCode> types = new ArrayList<>();

    /** Codings of {@code verificationStatus}. */
    final List<ChartCode> verification = new ArrayList<>();

    /** Identifiers as {@code system|value}. */
    final List<String> identifiers = new ArrayList<>();

    /** References to those who took part. */
    final List<String> performers = new ArrayList<>();

    /** The first field that holds no date where one is due, and what its text looked like; else null. */
    @Nullable
    String undatedField;

    @Nullable
    String undatedShape;

    /** The first field that holds too many items; else null. */
    @Nullable
    String crowdedField;

    /** Forget everything. */
    void clear() {
        type = null;
        id = null;
        patient = null;
        status = null;
        refuted = false;
        onset = Optional.empty();
        recorded = Optional.empty();
        abated = Optional.empty();
        start = Optional.empty();
        end = Optional.empty();
        birth = Optional.empty();
        death = Optional.empty();
        codes.clear();
        types.clear();
        verification.clear();
        identifiers.clear();
        performers.clear();
        undatedField = null;
        undatedShape = null;
        crowdedField = null;
    }

    /** Add to one of the lists, unless it is full. */
    <T> void add(List<T> list, T item, String field) {
        if (list.size() < MOST_ITEMS) {
            list.add(item);
        } else if (crowdedField == null) {
            crowdedField = field;
        }
    }

    /** Note a field that holds no date. */
    void undated(String field, String shape) {
        if (undatedField == null) {
            undatedField = field;
            undatedShape = shape;
        }
    }
}
