package health.medley.core.time;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.Permission;
import health.medley.core.Requires;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Count the time given to patients: to the second, in the practice's zone, each second once.
 *
 * <p>Counting changes nothing: same question, same answer. Safe for concurrent use. A vendor whose EHR keeps time may
 * implement this.
 *
 * @since 1.0
 */
@Contract(Cardinality.SINGLE)
@ConsumerType
public interface TimeCounter {

    /**
     * Count one patient's time of a program in a month.
     *
     * <p>Intervals are clipped to the month by instants, so a day may have 23 or 25 hours. Two intervals at the same
     * moment count once (CPT introduction, as Medicare contractors read it: CGS, CPT code 99490 questions, 2015-03-24).
     * Nothing is rounded. Cost: sorting the entries.
     *
     * @param caller who asks
     * @param question which time
     * @return the counted seconds, and every second of the entries that does not count with its reason
     */
    @Requires(Permission.READ_CARE)
    CountedTime count(Caller caller, TimeQuestion question);

    /**
     * Find people recorded as working for two patients at the same second.
     *
     * @param caller who asks
     * @param entries entries of any number of patients, in any order
     * @return each overlapping pair once, in the order of performer, then entry id
     */
    @Requires(Permission.READ_CARE)
    List<PerformerOverlap> overlaps(Caller caller, List<TimeEntry> entries);
}
