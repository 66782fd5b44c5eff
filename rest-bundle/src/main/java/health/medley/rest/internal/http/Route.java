package health.medley.rest.internal.http;

import health.medley.core.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Declares one thing that can be asked for over HTTP. The dispatcher, the description of the interface and the audit
 * trail all read this one declaration.
 *
 * <pre>{@code
 * Route.get("enrollments-list", "/api/patients/{patient}/enrollments", "List a patient's enrollments.")
 *         .needs(Permission.READ_CARE).ofPatients().givesList(EnrolledProgram.class)
 *         .by(call -> Reply.list(enrollments.enrollments(call.caller(), call.patient())));
 * Route.post("enrollment-renew", "/api/patients/{patient}/enrollments/{id}/consent", "Renew a consent.")
 *         .needs(Permission.WRITE_CARE).ofPatients().withVersion().takes(ConsentTaken.class).gives(EnrolledProgram.class)
 *         .by(call -> Reply.of(enrollments.renewConsent(
 *                 call.caller(), call.path("id"), call.version(), call.body(ConsentTaken.class))));
 * }</pre>
 *
 * @param name unique name, words joined by hyphens: the operation's id, and the purpose in the audit trail
 * @param method the method
 * @param path the path; {@code {name}} stands for one segment. {@code {patient}} is a patient reference and
 *     {@code {month}} a service month
 * @param summary what it does, one sentence in the imperative
 * @param permission what the caller's role must hold; the port behind checks it again. Empty with {@code open}
 *     {@code false}: every token may
 * @param open whether it needs no token
 * @param patients whether it shows or changes what belongs to patients: then reading it, or being refused, is recorded
 * @param changes whether it changes something: then it takes an idempotency key
 * @param versioned whether it must name the version it changes ({@code If-Match})
 * @param body what the body is
 * @param answer what is answered
 * @param status status of a good answer
 * @param queries query parameters it knows; others are refused
 * @param handler answers it
 */
public record Route(
        String name,
        Method method,
        String path,
        String summary,
        Optional<Permission> permission,
        boolean open,
        boolean patients,
        boolean changes,
        boolean versioned,
        Payload body,
        Payload answer,
        int status,
        List<Parameter> queries,
        Handler handler) {

    /** Check the parts. */
    public Route {
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(handler, "handler");
        queries = List.copyOf(queries);
        if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || !path.startsWith("/") || path.endsWith("/")) {
            throw new IllegalArgumentException("Route " + name + " " + path
                    + ": expected a name of words joined by hyphens and a path that begins, and does not end, with /");
        }
    }

    /** Begin a route that reads. */
    public static Building get(String name, String path, String summary) {
        return new Building(name, Method.GET, path, summary);
    }

    /** Begin a route that makes or does something. */
    public static Building post(String name, String path, String summary) {
        return new Building(name, Method.POST, path, summary);
    }

    /** Begin a route that replaces something. */
    public static Building put(String name, String path, String summary) {
        return new Building(name, Method.PUT, path, summary);
    }

    /** Begin a route that takes something away. */
    public static Building delete(String name, String path, String summary) {
        return new Building(name, Method.DELETE, path, summary);
    }

    /** A route that is being declared. */
    public static final class Building {
        private final String name;
        private final Method method;
        private final String path;
        private final String summary;
        private final List<Parameter> queries = new ArrayList<>();
        private Optional<Permission> permission = Optional.empty();
        private boolean open;
        private boolean patients;
        private boolean changes;
        private boolean versioned;
        private Payload body = Payload.NONE;
        private Payload answer = Payload.NONE;
        private int status = 200;

        private Building(String name, Method method, String path, String summary) {
            this.name = name;
            this.method = method;
            this.path = path;
            this.summary = summary;
            this.changes = method != Method.GET;
        }

        /** Callers' roles must hold this; the same permission that the port's method requires. */
        public Building needs(Permission needed) {
            permission = Optional.of(needed);
            return this;
        }

        /** Needs no token. */
        public Building open() {
            open = true;
            return this;
        }

        /** Shows or changes what belongs to patients. Say it for every route that does. */
        public Building ofPatients() {
            patients = true;
            return this;
        }

        /** Changes nothing although it is no {@code GET}: a lookup, a calculation. */
        public Building changesNothing() {
            changes = false;
            return this;
        }

        /** Must name the version it changes, in {@code If-Match}; {@link Call#version()} gives it. */
        public Building withVersion() {
            versioned = true;
            return this;
        }

        /** Takes a JSON body, a record; {@link Call#body} gives it. */
        public Building takes(Class<?> type) {
            body = new Payload.Json(type, false);
            return this;
        }

        /** Takes bytes, read as they come; {@link Call#content()} gives them. */
        public Building takesStream(String... mediaTypes) {
            body = new Payload.Bytes(List.of(mediaTypes));
            return this;
        }

        /** Answers a record with status 200. */
        public Building gives(Class<?> type) {
            answer = new Payload.Json(type, false);
            return this;
        }

        /** Answers a record that was made, with status 201. */
        public Building makes(Class<?> type) {
            status = 201;
            return gives(type);
        }

        /** Answers a list; see {@link Reply#list} and {@link Reply#page}. */
        public Building givesList(Class<?> type) {
            answer = new Payload.Json(type, true);
            return this;
        }

        /** Answers bytes of a media type. */
        public Building givesStream(String mediaType) {
            answer = new Payload.Bytes(List.of(mediaType));
            return this;
        }

        /** Begins a job and answers 202 with it. */
        public Building begins(Class<?> job) {
            status = 202;
            return gives(job);
        }

        /** Knows a query parameter. */
        public Building query(String parameter, String meaning) {
            queries.add(new Parameter(parameter, meaning, false));
            return this;
        }

        /** Needs a query parameter. */
        public Building needsQuery(String parameter, String meaning) {
            queries.add(new Parameter(parameter, meaning, true));
            return this;
        }

        /** Answers a list page by page: knows {@code after} and {@code limit}, which {@link Call#page()} gives. */
        public Building paged() {
            query("after", "Id of the last item of the page before; absent for the first page.");
            return query("limit", "How many items at most, 1 to 1000; 100 if absent.");
        }

        /** End the declaration. A route that answers nothing has status 204. */
        public Route by(Handler handler) {
            int code = answer == Payload.NONE && status == 200 ? 204 : status;
            return new Route(
                    name,
                    method,
                    path,
                    summary,
                    permission,
                    open,
                    patients,
                    changes,
                    versioned,
                    body,
                    answer,
                    code,
                    queries,
                    handler);
        }
    }
}
