package health.medley.cli.internal.command;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Says how one thing stands that Medley needs.
 *
 * @param subject what was looked at
 * @param state how it stands
 * @param found what was found
 * @param remedy what to mend; empty if nothing
 */
record Check(String subject, State state, String found, String remedy) {

    /** How it stands. */
    enum State {
        /** As it must be. */
        OK,
        /** Medley works, but somebody should look. */
        ATTENTION,
        /** Medley does not work. */
        BROKEN
    }

    static Check ok(String subject, String found) {
        return new Check(subject, State.OK, found, "");
    }

    static Check attention(String subject, String found, String remedy) {
        return new Check(subject, State.ATTENTION, found, remedy);
    }

    static Check broken(String subject, String found, String remedy) {
        return new Check(subject, State.BROKEN, found, remedy);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("subject", subject);
        json.put("state", state.name());
        json.put("found", found);
        json.put("remedy", remedy);
        return json;
    }
}
