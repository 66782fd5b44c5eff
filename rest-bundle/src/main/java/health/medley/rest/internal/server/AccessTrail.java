package health.medley.rest.internal.server;

import health.medley.core.Caller;
import health.medley.core.PatientRef;
import health.medley.core.store.Changes;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.RecordKey;
import health.medley.core.store.RecordStore;
import health.medley.record.RecordIds;
import health.medley.rest.internal.http.Route;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Records who read what of whom, and who was refused it: private kind {@code rest.access}. */
final class AccessTrail {

    private static final String KIND = "rest.access";

    private final RecordStore store;
    private final JsonBodies json;
    private final RecordIds ids;

    AccessTrail(RecordStore store, JsonBodies json, Clock clock) {
        this.store = store;
        this.json = json;
        this.ids = new RecordIds(clock);
    }

    /** Commit one record; returns once it is on disk. */
    void record(Caller caller, Route route, Map<String, String> segments, String outcome) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("route", route.name());
        body.put("outcome", outcome);
        RecordDraft draft = new RecordDraft(
                new RecordKey(KIND, ids.next()),
                0,
                1,
                new String(json.write(body), StandardCharsets.UTF_8),
                patient(segments),
                Optional.empty(),
                Map.of(),
                Set.of(),
                "");
        store.commit(caller, new Changes(List.of(draft), Optional.empty()));
    }

    private static Optional<PatientRef> patient(Map<String, String> segments) {
        String named = segments.get("patient");
        try {
            return named == null ? Optional.empty() : Optional.of(new PatientRef(named));
        } catch (IllegalArgumentException e) {
            // what was asked for is no reference, so it is nobody's
            return Optional.empty();
        }
    }
}
