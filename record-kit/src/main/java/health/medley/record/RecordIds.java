package health.medley.record;

import health.medley.core.PatientRef;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** Makes ids that sort by the time they were made (UUIDv7, RFC 9562) and references that say nothing. */
public final class RecordIds {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int REFERENCE_LENGTH = 26;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Clock clock;
    private long lastMillis;
    private int counter;

    /** Make ids by this clock; should it go back, ids go on from the last. */
    public RecordIds(Clock clock) {
        this.clock = clock;
    }

    /** A new id, after every id this object made before. */
    public synchronized String next() {
        long now = clock.millis();
        if (now > lastMillis) {
            lastMillis = now;
            counter = RANDOM.nextInt(0x400);
        } else if (++counter > 0xFFF) {
            lastMillis++;
            counter = 0;
        }
        long high = (lastMillis << 16) | 0x7000L | counter;
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** A new patient reference. */
    public static PatientRef patient() {
        StringBuilder text = new StringBuilder("p");
        for (int i = 0; i < REFERENCE_LENGTH; i++) {
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new PatientRef(text.toString());
    }
}
