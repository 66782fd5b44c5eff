package health.medley.chartfhir.internal;

import health.medley.core.chart.ChartCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was read of one resource, whatever its type; used again for the next. */
final class ResourceFields {

    /**
     * A field that holds no date where one is due.
     *
     * @param field its path in the resource
     * @param shape what its text looks like
     */
    record Undated(String field, String shape) {}

    /** Codings, identifiers or participants of one resource that are kept. More are a mistake. */
    static final int MOST_ITEMS = 10_000;

    private static final int MOST_UNDATED = 20;

    private final boolean forCare;
    private @Nullable String type;
    private @Nullable ResourceKind kind;

    // kept as characters: of most resources only the duplicates' check looks at it
    private char[] id = new char[64];
    private int idLength;

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

    /** Fields that hold no date where one is due. */
    final List<Undated> undated = new ArrayList<>(0);

    /** The first field that holds too many items; else null. */
    @Nullable
    String crowdedField;

    /** The name of {@code code} or of the medication; null if there is none, or nobody needs it. */
    @Nullable
    String name;

    /** Instructions of dosage in words; null if there are none. */
    @Nullable
    String dosage;

    @Nullable
    String criticality;

    Optional<LocalDate> authored = Optional.empty();
    Optional<LocalDate> effective = Optional.empty();
    Optional<LocalDate> asserted = Optional.empty();

    /** Codings of {@code clinicalStatus}. */
    final List<ChartCode> clinical = new ArrayList<>(0);

    /** Read for care, too, or only what billing needs. */
    ResourceFields(boolean forCare) {
        this.forCare = forCare;
    }

    /** Forget everything. */
    void clear() {
        type = null;
        kind = null;
        idLength = 0;
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
        undated.clear();
        crowdedField = null;
        if (forCare) {
            clearWhatCareNeeds();
        }
    }

    private void clearWhatCareNeeds() {
        name = null;
        dosage = null;
        criticality = null;
        authored = Optional.empty();
        effective = Optional.empty();
        asserted = Optional.empty();
        clinical.clear();
    }

    /** Set the {@code resourceType}; null if it is none. */
    void type(@Nullable String newType) {
        type = newType;
        kind = newType == null ? null : ResourceKind.of(newType, forCare);
    }

    /** The {@code resourceType}; null if there was none. */
    @Nullable
    String type() {
        return type;
    }

    /** The kind of the type; null if nobody needs it. */
    @Nullable
    ResourceKind kind() {
        return kind;
    }

    /** The fields to read, as far as the type is known. */
    int wanted() {
        if (type == null) {
            return forCare ? Field.ALL_FOR_CARE : Field.ALL;
        }
        return kind == null ? Field.NONE_BUT_TYPE : kind.fields(forCare);
    }

    /** The fields of a kind that are read here. */
    int fieldsOf(ResourceKind which) {
        return which.fields(forCare);
    }

    /** Whether the name of {@code code} is to be read, as far as the type is known. */
    boolean wantsName() {
        return forCare && (kind == null || kind == ResourceKind.ALLERGY_INTOLERANCE);
    }

    /** Set the {@code id}. */
    void id(char[] chars, int offset, int length) {
        if (length > id.length) {
            id = new char[length];
        }
        System.arraycopy(chars, offset, id, 0, length);
        idLength = length;
    }

    /** Whether there is an {@code id}. */
    boolean hasId() {
        return idLength > 0;
    }

    /** The {@code id}; empty if there was none. */
    String id() {
        return new String(id, 0, idLength);
    }

    /** Add the {@code id} to those seen; false if it was there. */
    boolean addIdTo(SeenIds seen) {
        return seen.add(id, idLength);
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
        if (undated.size() < MOST_UNDATED) {
            undated.add(new Undated(field, shape));
        }
    }
}
