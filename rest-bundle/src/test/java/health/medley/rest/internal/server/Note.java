package health.medley.rest.internal.server;

import health.medley.core.PatientRef;
import health.medley.core.store.Recorded;
import java.util.Objects;

/** Something a test keeps of a patient. */
record Note(String id, long version, PatientRef patient, String text, int weight) implements Recorded {

    /** What a note says. */
    record Text(String text, int weight) {
        Text {
            Objects.requireNonNull(text, "text");
        }
    }
}
