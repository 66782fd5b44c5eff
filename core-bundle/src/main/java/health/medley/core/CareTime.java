package health.medley.core;

/**
 * Hold an amount of time given to a patient, in whole seconds, never rounded.
 *
 * @param seconds whole seconds, 0 or more
 */
public record CareTime(long seconds) implements Comparable<CareTime> {

    /** No time at all. */
    public static final CareTime NONE = new CareTime(0);

    /** Check that time is not negative. */
    public CareTime {
        if (seconds < 0) {
            throw new IllegalArgumentException("Care time of " + seconds + " s: expected 0 or more");
        }
    }

    /** Make an amount from whole minutes. */
    public static CareTime ofMinutes(long minutes) {
        return new CareTime(Math.multiplyExact(minutes, 60L));
    }

    /** This amount and another. */
    public CareTime plus(CareTime other) {
        return new CareTime(Math.addExact(seconds, other.seconds));
    }

    @Override
    public int compareTo(CareTime other) {
        return Long.compare(seconds, other.seconds);
    }

    /** In words for people: {@code 39 min 10 s}. */
    public String inWords() {
        long minutes = seconds / 60;
        long rest = seconds % 60;
        if (minutes == 0) {
            return rest + " s";
        }
        return rest == 0 ? minutes + " min" : minutes + " min " + rest + " s";
    }
}
