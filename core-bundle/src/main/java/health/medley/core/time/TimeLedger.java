package health.medley.core.time;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.Permission;
import health.medley.core.Requires;
import health.medley.core.ServiceMonth;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Keep the record of the time given to patients: who worked when for whom, corrections beside what they correct.
 *
 * <p>Nothing is counted here (that is {@link TimeCounter}) and nothing is refused for being late: an entry of a month
 * that is closed is kept, flagged late, and found by the review of late facts. Safe for concurrent use; what a method
 * returned is durable. A vendor whose EHR keeps time may implement this. Every method throws
 * {@code STORE_UNAVAILABLE} while the store cannot be reached.
 *
 * @since 1.0
 */
@Contract(Cardinality.SINGLE)
@ConsumerType
public interface TimeLedger {

    /**
     * Start a timer now. A person has at most one running; one they forgot beyond the idle limit is set aside as
     * {@link TimerState#NEEDS_ATTENTION} by this call, its time not counted.
     *
     * @param caller who asks
     * @param patient for whom work begins
     * @param timer by whom and for what
     * @return the running timer
     * @throws MedleyException {@code CONFLICT_OPEN} if the person has a timer running
     */
    @Requires(Permission.WRITE_CARE)
    Timer start(Caller caller, PatientRef patient, NewTimer timer);

    /**
     * Say that the person still works, so that the idle limit begins anew.
     *
     * @param caller who asks
     * @param id the timer's id
     * @param version the version the caller saw
     * @return the timer
     * @throws MedleyException {@code RECORD_ABSENT}; {@code RECORD_CHANGED}; {@code STATE_INVALID} if it is not
     *     running
     */
    @Requires(Permission.WRITE_CARE)
    Timer touch(Caller caller, String id, long version);

    /**
     * Stop a timer. Its time becomes an entry in the same commit, unless it ran beyond the idle limit and no end is
     * stated: then it is {@link TimerState#NEEDS_ATTENTION} and waits until somebody stops it with the end they
     * state, or with an end equal to its start for no time.
     *
     * @param caller who asks
     * @param id the timer's id
     * @param version the version the caller saw
     * @param stop when, and a note for the entry
     * @return the timer, with the id of its entry where one was made
     * @throws MedleyException {@code RECORD_ABSENT}; {@code RECORD_CHANGED}; {@code STATE_INVALID} if it was stopped
     *     before; {@code ARGUMENT_INVALID} if the end is before the start, in the future, or a day or more after
     */
    @Requires(Permission.WRITE_CARE)
    Timer stop(Caller caller, String id, long version, TimerStop stop);

    /**
     * List the timers that run or need attention, of everybody in the practice, oldest first.
     *
     * @param caller who asks
     */
    @Requires(Permission.READ_CARE)
    List<Timer> timers(Caller caller);

    /**
     * Record time after the fact. Recording the same again under the same {@link NewTime#externalId()} returns the
     * entry that is there and commits nothing. Cost: one commit.
     *
     * @param caller who asks
     * @param patient for whom the work was
     * @param time when, by whom and for what
     * @return the entry
     * @throws MedleyException {@code ARGUMENT_INVALID} if it ends in the future or lasts a day or more;
     *     {@code KEY_TAKEN} if another entry holds the external id
     */
    @Requires(Permission.WRITE_CARE)
    KeptTime record(Caller caller, PatientRef patient, NewTime time);

    /**
     * Correct an entry; the earlier versions stay readable.
     *
     * @param caller who asks
     * @param id the entry's id
     * @param version the version the caller saw
     * @param time what is right, all of it
     * @param reason why, in words; may hold patient data
     * @return the entry's new version
     * @throws MedleyException {@code RECORD_ABSENT}; {@code RECORD_CHANGED}; {@code STATE_INVALID} if it was
     *     withdrawn; {@code ARGUMENT_INVALID} as for {@link #record} or without a reason; {@code KEY_TAKEN}
     */
    @Requires(Permission.WRITE_CARE)
    KeptTime correct(Caller caller, String id, long version, NewTime time, String reason);

    /**
     * Withdraw an entry that should not be: it stays readable and counts no longer. Its external id stays taken, so
     * that importing it again does not bring it back.
     *
     * @param caller who asks
     * @param id the entry's id
     * @param version the version the caller saw
     * @param reason why, in words; may hold patient data
     * @return the entry's last version
     * @throws MedleyException {@code RECORD_ABSENT}; {@code RECORD_CHANGED}; {@code STATE_INVALID} if it was
     *     withdrawn before; {@code ARGUMENT_INVALID} without a reason
     */
    @Requires(Permission.WRITE_CARE)
    KeptTime withdraw(Caller caller, String id, long version, String reason);

    /**
     * Read every version of an entry, oldest first.
     *
     * @param caller who asks
     * @param id the entry's id
     * @throws MedleyException {@code RECORD_ABSENT}
     */
    @Requires(Permission.READ_CARE)
    List<KeptTime> history(Caller caller, String id);

    /**
     * List a patient's entries that touch a month in the practice's zone, withdrawn ones too, by start.
     *
     * @param caller who asks
     * @param patient whose
     * @param month which month
     */
    @Requires(Permission.READ_CARE)
    List<KeptTime> entries(Caller caller, PatientRef patient, ServiceMonth month);

    /**
     * Hand the entries a query names to {@code reader}, in no particular order, and return its result. Cost: one pass;
     * memory for one entry at a time. Meant for closing months in chunks of patients.
     *
     * @param caller who asks
     * @param query whose and of which month
     * @param reader takes them; not kept after the call
     * @param <R> an immutable value
     */
    @Requires(Permission.READ_CARE)
    <R> R read(Caller caller, TimeQuery query, TimeReader<R> reader);

    /**
     * Find people recorded as working for two patients at the same second of a month, over the whole practice.
     *
     * @param caller who asks
     * @param month which month
     * @return each overlapping pair once, named by the records' ids, in the order of performer, then id
     */
    @Requires(Permission.READ_CARE)
    List<PerformerOverlap> overlaps(Caller caller, ServiceMonth month);
}
