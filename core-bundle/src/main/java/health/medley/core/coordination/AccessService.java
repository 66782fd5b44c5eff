package health.medley.core.coordination;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.Finding;
import health.medley.core.MedleyException;
import health.medley.core.Permission;
import health.medley.core.Requires;
import health.medley.core.ServiceMonth;
import java.time.OffsetDateTime;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Keep the arrangement by which patients reach a member of the care team at any hour, and show where it has gaps.
 *
 * <p>Rosters speak of weeks in the practice's local time; a gap is a stretch of real time, so that a day of 23 or 25
 * hours is judged as it was. Where several rosters are valid on a day, their shifts add up. Safe for concurrent use;
 * what a method returned is durable. Every method throws {@code STORE_UNAVAILABLE} while the store cannot be reached.
 *
 * @since 1.0
 */
@Contract(Cardinality.SINGLE)
@ConsumerType
public interface AccessService {

    /**
     * Record a roster.
     *
     * @param caller who asks
     * @param roster who answers when
     * @return the roster
     */
    @Requires(Permission.WRITE_CARE)
    Roster addRoster(Caller caller, NewRoster roster);

    /**
     * Change a roster, or end it with a last day.
     *
     * @param caller who asks
     * @param id the roster's id
     * @param version the version the caller saw
     * @param roster what is right, all of it
     * @return the roster
     * @throws MedleyException {@code RECORD_ABSENT}; {@code RECORD_CHANGED}
     */
    @Requires(Permission.WRITE_CARE)
    Roster changeRoster(Caller caller, String id, long version, NewRoster roster);

    /**
     * List every roster, oldest first.
     *
     * @param caller who asks
     */
    @Requires(Permission.READ_CARE)
    List<Roster> rosters(Caller caller);

    /**
     * Say who answers at a moment, those who reach the record first.
     *
     * @param caller who asks
     * @param at when
     * @return the shifts of that moment; empty if nobody answers
     */
    @Requires(Permission.READ_CARE)
    List<RosterShift> onDuty(Caller caller, OffsetDateTime at);

    /**
     * Find the hours of a month in which nobody answers who reaches the record.
     *
     * @param caller who asks
     * @param month which month
     * @return the gaps, by time; the whole month if there is no roster
     */
    @Requires(Permission.READ_CARE)
    List<CoverageGap> gaps(Caller caller, ServiceMonth month);

    /**
     * Record a test call.
     *
     * @param caller who asks
     * @param call how it went
     * @return the test call
     * @throws MedleyException {@code ARGUMENT_INVALID} if it is in the future
     */
    @Requires(Permission.WRITE_CARE)
    TestCall logTestCall(Caller caller, NewTestCall call);

    /**
     * List the test calls of a month, by time.
     *
     * @param caller who asks
     * @param month which month
     */
    @Requires(Permission.READ_CARE)
    List<TestCall> testCalls(Caller caller, ServiceMonth month);

    /**
     * Judge a month's access: {@code ACCESS_24_7_MISSING} on hold where a minute is not covered;
     * {@code ACCESS_24_7_UNTESTED}, a warning where no test call of the month passed; {@code CHANNELS_MISSING}, a warning
     * unless a spoken and a written channel are offered now; each met otherwise.
     *
     * @param caller who asks
     * @param month which month
     * @return the findings, in this order
     */
    @Requires(Permission.READ_CARE)
    List<Finding> findings(Caller caller, ServiceMonth month);
}
