package health.medley.core;

import java.io.Serializable;
import java.util.Objects;

/**
 * Name an error so that machines can act on it: a stable number, a stable name and who can mend it.
 *
 * <p>Numbers 1 to 9999 are Medley's; a third party's start at 10000.
 *
 * @param number stable number
 * @param name stable name, NOUN_STATE
 * @param kind who can mend it
 */
public record ErrorCode(int number, String name, ErrorKind kind) implements Serializable {

    /** An argument breaks the contract of the method. */
    public static final ErrorCode ARGUMENT_INVALID = new ErrorCode(1, "ARGUMENT_INVALID", ErrorKind.USER);
    /** The caller's role does not hold the permission that the method requires. */
    public static final ErrorCode PERMISSION_DENIED = new ErrorCode(2, "PERMISSION_DENIED", ErrorKind.USER);
    /** A file or folder that was asked for is not there or cannot be read. */
    public static final ErrorCode FILE_UNREADABLE = new ErrorCode(3, "FILE_UNREADABLE", ErrorKind.USER);

    /** No provider answers for a contract. */
    public static final ErrorCode SERVICE_ABSENT = new ErrorCode(100, "SERVICE_ABSENT", ErrorKind.RESOURCE);
    /** A provider threw something other than a {@link MedleyException}. */
    public static final ErrorCode PROVIDER_FAILED = new ErrorCode(101, "PROVIDER_FAILED", ErrorKind.PLUGIN);
    /** A provider called a port while it was being constructed or activated. */
    public static final ErrorCode PORT_CALL_DURING_ACTIVATION =
            new ErrorCode(102, "PORT_CALL_DURING_ACTIVATION", ErrorKind.PLUGIN);
    /** The platform did not start: a bundle is not active. */
    public static final ErrorCode PLATFORM_NOT_STARTED = new ErrorCode(103, "PLATFORM_NOT_STARTED", ErrorKind.RESOURCE);
    /** The platform was closed before the call. */
    public static final ErrorCode PLATFORM_CLOSED = new ErrorCode(104, "PLATFORM_CLOSED", ErrorKind.USER);
    /** A contract's type is not one: no {@link Contract}, or not an interface of core. */
    public static final ErrorCode CONTRACT_UNKNOWN = new ErrorCode(105, "CONTRACT_UNKNOWN", ErrorKind.USER);
    /** A pin names a routing that is no longer leased or is of another platform. */
    public static final ErrorCode PIN_INVALID = new ErrorCode(106, "PIN_INVALID", ErrorKind.USER);

    /** A rule set does not compile: see the problems it lists. */
    public static final ErrorCode RULES_INVALID = new ErrorCode(200, "RULES_INVALID", ErrorKind.PLUGIN);
    /** No installed rule set covers the program and month, or two do. */
    public static final ErrorCode RULES_ABSENT = new ErrorCode(201, "RULES_ABSENT", ErrorKind.RESOURCE);
    /** Evaluating a rule set took more steps than its budget. */
    public static final ErrorCode RULES_EXHAUSTED = new ErrorCode(202, "RULES_EXHAUSTED", ErrorKind.PLUGIN);

    /** A chart cannot be read at all. */
    public static final ErrorCode CHART_UNREADABLE = new ErrorCode(300, "CHART_UNREADABLE", ErrorKind.USER);
    /** A fact that an answer needs is neither in the question nor in the chart. */
    public static final ErrorCode FACT_ABSENT = new ErrorCode(301, "FACT_ABSENT", ErrorKind.USER);

    /** A record that was named is not there, for this practice. */
    public static final ErrorCode RECORD_ABSENT = new ErrorCode(400, "RECORD_ABSENT", ErrorKind.USER);
    /** A record has another version than the change expects: somebody else changed it. */
    public static final ErrorCode RECORD_CHANGED = new ErrorCode(401, "RECORD_CHANGED", ErrorKind.USER);
    /** A unique key is held by another record. */
    public static final ErrorCode KEY_TAKEN = new ErrorCode(402, "KEY_TAKEN", ErrorKind.USER);
    /** The same idempotency key came with another content. */
    public static final ErrorCode REQUEST_REUSED = new ErrorCode(403, "REQUEST_REUSED", ErrorKind.USER);
    /** The store cannot be reached or cannot write: try again later. */
    public static final ErrorCode STORE_UNAVAILABLE = new ErrorCode(404, "STORE_UNAVAILABLE", ErrorKind.RESOURCE);
    /** The store was written by a newer Medley, or is none of Medley's. */
    public static final ErrorCode STORE_INCOMPATIBLE = new ErrorCode(405, "STORE_INCOMPATIBLE", ErrorKind.RESOURCE);
    /** The store is damaged: restore a backup. */
    public static final ErrorCode STORE_DAMAGED = new ErrorCode(406, "STORE_DAMAGED", ErrorKind.RESOURCE);
    /** An old backup was restored after claims went out: billing waits until somebody has reconciled them. */
    public static final ErrorCode BILLING_LOCKED = new ErrorCode(407, "BILLING_LOCKED", ErrorKind.USER);

    /** A patient reference or FHIR id names no patient of this practice. */
    public static final ErrorCode PATIENT_UNKNOWN = new ErrorCode(420, "PATIENT_UNKNOWN", ErrorKind.USER);
    /** What was asked does not follow from the state the thing is in. */
    public static final ErrorCode STATE_INVALID = new ErrorCode(421, "STATE_INVALID", ErrorKind.USER);
    /** Something must be settled first: see what the message lists. */
    public static final ErrorCode CONFLICT_OPEN = new ErrorCode(422, "CONFLICT_OPEN", ErrorKind.USER);
    /** A channel, gateway or pharmacy beyond Medley did not take what was sent. */
    public static final ErrorCode GATEWAY_FAILED = new ErrorCode(423, "GATEWAY_FAILED", ErrorKind.RESOURCE);
    /** The month is closed: what would change it is refused or recorded as late. */
    public static final ErrorCode MONTH_CLOSED = new ErrorCode(430, "MONTH_CLOSED", ErrorKind.USER);
    /** The month is not closed, or its closing has not ended. */
    public static final ErrorCode MONTH_OPEN = new ErrorCode(431, "MONTH_OPEN", ErrorKind.USER);

    /** The patient is enrolled in the program already, or was on the day the new enrollment begins. */
    public static final ErrorCode ENROLLMENT_OVERLAPPING = new ErrorCode(500, "ENROLLMENT_OVERLAPPING", ErrorKind.USER);

    /** A drafter proposed a sentence of a care plan that no fact of the patient's chart bears out. */
    public static final ErrorCode DRAFT_UNBOUND = new ErrorCode(520, "DRAFT_UNBOUND", ErrorKind.PLUGIN);

    /** A request has no token, or one that is unknown, expired or revoked. */
    public static final ErrorCode TOKEN_INVALID = new ErrorCode(640, "TOKEN_INVALID", ErrorKind.USER);
    /** Nothing is at the path of a request. */
    public static final ErrorCode PATH_UNKNOWN = new ErrorCode(641, "PATH_UNKNOWN", ErrorKind.USER);
    /** What is at the path of a request does not know its method. */
    public static final ErrorCode METHOD_UNKNOWN = new ErrorCode(642, "METHOD_UNKNOWN", ErrorKind.USER);
    /** A request accepts no media type that the answer has. */
    public static final ErrorCode ANSWER_UNACCEPTABLE = new ErrorCode(643, "ANSWER_UNACCEPTABLE", ErrorKind.USER);
    /** The body of a request has a media type that is not taken. */
    public static final ErrorCode MEDIA_TYPE_UNKNOWN = new ErrorCode(644, "MEDIA_TYPE_UNKNOWN", ErrorKind.USER);
    /** The body of a request is larger than the limit. */
    public static final ErrorCode BODY_TOO_LARGE = new ErrorCode(645, "BODY_TOO_LARGE", ErrorKind.USER);
    /** A request does not name the version that it changes. */
    public static final ErrorCode VERSION_ABSENT = new ErrorCode(646, "VERSION_ABSENT", ErrorKind.USER);
    /** The body of a request came too slowly. */
    public static final ErrorCode BODY_TOO_SLOW = new ErrorCode(647, "BODY_TOO_SLOW", ErrorKind.USER);
    /** The server is not ready yet, or is stopping: try again later. */
    public static final ErrorCode SERVER_NOT_READY = new ErrorCode(648, "SERVER_NOT_READY", ErrorKind.RESOURCE);

    /** Something Medley's makers must mend. */
    public static final ErrorCode PLATFORM_FAULTY = new ErrorCode(9999, "PLATFORM_FAULTY", ErrorKind.INTERNAL);

    /** Check the parts. */
    public ErrorCode {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        if (number < 1 || !name.matches("[A-Z][A-Z0-9_]*")) {
            throw new IllegalArgumentException(
                    "Error code " + number + " " + name + ": expected a positive number and a NOUN_STATE name");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
