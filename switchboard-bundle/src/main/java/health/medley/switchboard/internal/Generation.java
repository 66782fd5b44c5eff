package health.medley.switchboard.internal;

import health.medley.core.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Hold one provider's service object, obtained once, from the routing that first names it until no leased routing names
 * it any more.
 */
final class Generation {
    private final long number;
    private final PortKey key;
    private final Origin origin;
    private volatile @Nullable Candidate candidate;
    private final Object instance;

    /**
     * Hold {@code instance}.
     *
     * @param candidate the raw service it came from; null for the switchboard's own services
     */
    Generation(long number, PortKey key, Origin origin, @Nullable Candidate candidate, Object instance) {
        this.number = number;
        this.key = key;
        this.origin = origin;
        this.candidate = candidate;
        this.instance = instance;
    }

    /** Number of this generation; a later one has a higher number. */
    long number() {
        return number;
    }

    /** The port it answers at. */
    PortKey key() {
        return key;
    }

    /** Bundle, version and hash of the provider. */
    Origin origin() {
        return origin;
    }

    /** The raw service it came from; null for the switchboard's own services. */
    @Nullable
    Candidate candidate() {
        return candidate;
    }

    /** The provider's object. */
    Object instance() {
        return instance;
    }

    /** Note that the same raw service declares something else now. */
    void renew(Candidate changed) {
        candidate = changed;
    }

    @Override
    public String toString() {
        return origin + " at " + key + ", generation " + number;
    }
}
