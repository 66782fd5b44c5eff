package health.medley.rest.internal.server;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says where a JSON body is wrong, and how, without repeating what stands there: it may be a patient's. */
final class JsonProblem {

    private static final int LONGEST_NAME = 60;

    private JsonProblem() {}

    static MedleyException of(IOException failure) {
        Throwable cause = failure instanceof JsonMappingException ? root(failure) : failure;
        if (cause instanceof MedleyException ours) {
            return ours;
        }
        return new MedleyException(
                ErrorCode.ARGUMENT_INVALID, "Reading the body" + place(failure) + ": " + what(failure));
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String place(IOException failure) {
        StringBuilder place = new StringBuilder();
        JsonLocation location = failure instanceof JsonProcessingException processing ? processing.getLocation() : null;
        if (location != null && location.getLineNr() > 0) {
            place.append(", line ").append(location.getLineNr());
            place.append(", column ").append(location.getColumnNr());
        }
        if (failure instanceof JsonMappingException mapping) {
            String path = path(mapping);
            place.append(path.isEmpty() ? "" : ", member " + path);
        }
        return place.toString();
    }

    private static String path(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(each -> each.getFieldName() == null ? "[" + each.getIndex() + "]" : name(each.getFieldName()))
                .collect(Collectors.joining("."));
    }

    // a name in the body is what its sender wrote: only what looks like a name is repeated
    private static String name(String name) {
        return name.length() <= LONGEST_NAME && name.matches("[A-Za-z0-9_.-]+") ? name : "?";
    }

    private static String what(IOException failure) {
        if (failure instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds() == null
                    ? ""
                    : unknown.getKnownPropertyIds().stream()
                            .map(Object::toString)
                            .sorted()
                            .collect(Collectors.joining(", "));
            return "the member is unknown; known are " + known;
        }
        if (failure instanceof StreamConstraintsException) {
            return "it is nested too deeply, or holds a number or text that is too long";
        }
        if (failure instanceof InvalidFormatException format) {
            return "the value is no " + type(format.getTargetType());
        }
        if (failure instanceof JsonMappingException mapping) {
            return refused(mapping);
        }
        return "it is no JSON; check quotes, commas and brackets, that no member comes twice and nothing follows";
    }

    private static String refused(JsonMappingException failure) {
        Throwable root = root(failure);
        if (root instanceof NullPointerException missing) {
            return "the member " + name(String.valueOf(missing.getMessage())) + " is missing";
        }
        if (root instanceof IllegalArgumentException refusal && refusal.getMessage() != null) {
            return refusal.getMessage();
        }
        if (root instanceof StreamConstraintsException) {
            return "it is nested too deeply, or holds a number or text that is too long";
        }
        return "the value is missing or of another type than expected; see GET /api/openapi.json";
    }

    private static String type(@Nullable Class<?> type) {
        if (type == null) {
            return "value of the type expected; see GET /api/openapi.json";
        }
        if (type.isEnum()) {
            return type.getSimpleName() + "; expected one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return type.getSimpleName() + "; see GET /api/openapi.json";
    }
}
