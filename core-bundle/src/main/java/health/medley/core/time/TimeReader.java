package health.medley.core.time;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Take entries while a {@link TimeLedger} reads them. Called by one thread, only during the call it was given to; it
 * calls no service meanwhile.
 *
 * @param <R> what the reader makes of them; an immutable value
 */
@ConsumerType
public interface TimeReader<R> {

    /**
     * Take one entry.
     *
     * @return whether to go on
     */
    boolean take(KeptTime time);

    /** Give the result, after the last entry. */
    R result();
}
