package health.medley.core.practice;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.Permission;
import health.medley.core.Requires;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Keep what is said of the practice that bills: its name, NPI, time zone, place of service, locality, setting and the
 * parameters it sets. Which practice is meant is {@link Caller#practice()}.
 *
 * <p>Safe for concurrent use. Cost of each method: one lookup in the store, of {@link #update} one commit.
 *
 * @since 1.0
 */
@Contract(Cardinality.SINGLE)
@ConsumerType
public interface PracticeService {

    /**
     * Read the practice, for whoever cannot work without it.
     *
     * @param caller who asks, and for which practice
     * @return the practice as it was set last
     * @throws health.medley.core.MedleyException {@code STATE_INVALID} if nobody has set it yet; the message says how
     */
    @Requires(Permission.READ_CARE)
    Practice practice(Caller caller);

    /**
     * Read the practice with the version of its record; empty if nobody has set it yet.
     *
     * @param caller who asks, and for which practice
     */
    @Requires(Permission.READ_CARE)
    Optional<PracticeSettings> settings(Caller caller);

    /**
     * Set the practice.
     *
     * @param caller who sets it
     * @param version the version the caller saw, 0 to set it for the first time
     * @param practice the whole practice
     * @return what is kept now
     * @throws health.medley.core.MedleyException {@code RECORD_CHANGED} if it has another version; {@code
     *     ARGUMENT_INVALID} if the NPI is none, a place of service is not two digits, or the name is blank
     */
    @Requires(Permission.ADMINISTER_PLATFORM)
    PracticeSettings update(Caller caller, long version, Practice practice);
}
