package health.medley.chartfhir.internal;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks resources before anybody keeps them: their type, their id, their dates; reports those left out. */
final class ResourceCheck {

    private static final Pattern TYPE_NAME = Pattern.compile("[A-Za-z]{1,64}");
    private static final Set<ResourceKind> KEPT_WITHOUT_DATE = Set.of(
            ResourceKind.PATIENT,
            ResourceKind.MEDICATION_REQUEST,
            ResourceKind.MEDICATION_STATEMENT,
            ResourceKind.ALLERGY_INTOLERANCE);

    private final ChartProblems problems;
    private final SeenIds[] seen = new SeenIds[ResourceKind.values().length];
    private final Tally skipped = new Tally();

    ResourceCheck(ChartProblems problems) {
        this.problems = problems;
        Arrays.setAll(seen, kind -> new SeenIds());
    }

    /** The kind of a resource that is to be kept; null if it is not. */
    @Nullable
    ResourceKind check(ResourceFields fields, @Nullable String fullUrl, Position at) {
        String type = fields.type();
        ResourceKind kind = fields.kind();
        if (type == null || kind == null && !TYPE_NAME.matcher(type).matches()) {
            problems.report(
                    at,
                    "resourceType",
                    "",
                    type == null ? "The resource has no resourceType." : "The resourceType is not a name of FHIR.",
                    "Give it the name of its FHIR R4 type, for example \"resourceType\":\"Condition\".");
            return null;
        }
        if (kind == null) {
            skipped.count(type);
            return null;
        }
        if (kind == ResourceKind.BUNDLE) {
            problems.report(
                    at,
                    "",
                    type,
                    "A Bundle stands where a resource belongs; it is left out.",
                    "Put it into a .json file of its own; NDJSON holds one resource a line.");
            return null;
        }
        return sound(kind, fields, at) && first(kind, fields, fullUrl, at) ? kind : null;
    }

    /** Whether a Patient has the id without which it is nobody's. */
    boolean hasId(ResourceFields fields, Position at) {
        if (!fields.hasId()) {
            problems.report(
                    at,
                    "id",
                    "Patient",
                    "The Patient has no id; it is left out.",
                    "Give every Patient the id by which the EHR knows it.");
        }
        return fields.hasId();
    }

    /** Whether a resource that is a patient's says whose it is. */
    boolean hasPatient(ResourceKind kind, ResourceFields fields, Position at) {
        if (fields.patient == null) {
            problems.report(
                    at,
                    kind.patientField(),
                    kind.resourceType(),
                    "The " + kind.resourceType() + " names no patient; it is left out.",
                    "Give it a reference to its patient, for example \"Patient/ID\".");
        }
        return fields.patient != null;
    }

    /** Resources passed over, by type. */
    Map<String, Long> skipped() {
        return skipped.counts();
    }

    /** Whether no resource of the kind had this id before. */
    private boolean first(ResourceKind kind, ResourceFields fields, @Nullable String fullUrl, Position at) {
        if (!fields.hasId() && fullUrl != null && References.isUrn(fullUrl)) {
            // where a Bundle leaves the id to the server, the UUID it is called by
            char[] id = References.urnId(fullUrl).toCharArray();
            fields.id(id, 0, id.length);
        }
        if (!fields.hasId() || fields.addIdTo(seen[kind.ordinal()])) {
            return true;
        }
        problems.report(
                at,
                "id",
                kind.resourceType(),
                "A " + kind.resourceType() + " with this id was read before; this one is left out.",
                "Keep one resource of each id, or give this one its own.");
        return false;
    }

    private boolean sound(ResourceKind kind, ResourceFields fields, Position at) {
        if (fields.crowdedField != null) {
            problems.report(
                    at,
                    fields.crowdedField,
                    kind.resourceType(),
                    "The field holds more than " + ResourceFields.MOST_ITEMS + " items; the resource is left out.",
                    "Check the export: no real " + kind.resourceType() + " holds as many.");
            return false;
        }
        boolean dated = true;
        for (ResourceFields.Undated undated : fields.undated) {
            if (matters(kind, fields, undated.field())) {
                reportUndated(kind, undated, at);
                dated = false;
            }
        }
        return dated || KEPT_WITHOUT_DATE.contains(kind);
    }

    private void reportUndated(ResourceKind kind, ResourceFields.Undated undated, Position at) {
        problems.report(
                at,
                undated.field(),
                undated.shape(),
                "The field holds no FHIR date (9 stands for a digit, a for a letter); "
                        + (kind == ResourceKind.PATIENT
                                ? "the patient is read without it."
                                : "the " + kind.resourceType() + " is "
                                        + (KEPT_WITHOUT_DATE.contains(kind) ? "read without it." : "left out.")),
                "Write dates as YYYY-MM-DD, with or without a time behind it.");
    }

    // a resource whose type comes last may have been asked for fields that its type does not have
    private static boolean matters(ResourceKind kind, ResourceFields fields, String field) {
        if (field.equals("period.end")) {
            return kind == ResourceKind.COVERAGE;
        }
        int dot = field.indexOf('.');
        return (Field.of(dot < 0 ? field : field.substring(0, dot)) & fields.fieldsOf(kind)) != 0;
    }
}
