package health.medley.core.coordination;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.MedleyException;
import health.medley.core.Page;
import health.medley.core.PatientRef;
import health.medley.core.Permission;
import health.medley.core.Requires;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Talk with patients and caregivers without meeting them: calls and messages, in threads, over contributed channels.
 *
 * <p>Safe for concurrent use; what a method returned is durable. Every method throws {@code STORE_UNAVAILABLE} while
 * the store cannot be reached.
 *
 * @since 1.0
 */
@Contract(Cardinality.SINGLE)
@ConsumerType
public interface MessageService {

    /**
     * Send a message over a written channel. It is kept first and delivered then; where the channel does not take it,
     * it stays {@link MessageState#WAITING} and {@link #retry} tries again. Cost: two commits and the channel's time.
     *
     * @param caller who asks, and who of the care team writes
     * @param patient to or about whom
     * @param message what
     * @return the delivered message
     * @throws MedleyException {@code ARGUMENT_INVALID} if the channel is not offered, or the address is none of its;
     *     {@code RECORD_ABSENT} if there is no message to reply to; {@code STATE_INVALID} if the channel is spoken;
     *     {@code GATEWAY_FAILED} naming the waiting message
     */
    @Requires(Permission.WRITE_CARE)
    Message send(Caller caller, PatientRef patient, NewMessage message);

    /**
     * Give a waiting message to its channel again, under the same id.
     *
     * @param caller who asks
     * @param id the message's id
     * @param version the version the caller saw
     * @return the delivered message
     * @throws MedleyException {@code RECORD_ABSENT}; {@code RECORD_CHANGED}; {@code STATE_INVALID} if it is not
     *     waiting; {@code GATEWAY_FAILED}
     */
    @Requires(Permission.WRITE_CARE)
    Message retry(Caller caller, String id, long version);

    /**
     * Log a call that took place, or a message that came in, and its time if wanted, in one commit.
     *
     * @param caller who asks
     * @param patient with or about whom
     * @param contact what took place
     * @return the message
     * @throws MedleyException {@code ARGUMENT_INVALID} if the channel is not offered, or the contact or its time is in
     *     the future; {@code RECORD_ABSENT} if there is no message to reply to; {@code KEY_TAKEN} if another entry
     *     holds the time's external id
     */
    @Requires(Permission.WRITE_CARE)
    Message log(Caller caller, PatientRef patient, LoggedContact contact);

    /**
     * Say that a message's receiver has read it. A message that was read or answered before stays as it is.
     *
     * @param caller who asks
     * @param id the message's id
     * @param version the version the caller saw
     * @return the message
     * @throws MedleyException {@code RECORD_ABSENT}; {@code RECORD_CHANGED}; {@code STATE_INVALID} if it was never
     *     delivered
     */
    @Requires(Permission.WRITE_CARE)
    Message read(Caller caller, String id, long version);

    /**
     * Say that a message needs no answer, or was answered elsewhere; of a waiting one, that it will not be sent.
     *
     * @param caller who asks, noted as the one who settled it
     * @param id the message's id
     * @param version the version the caller saw
     * @return the message
     * @throws MedleyException {@code RECORD_ABSENT}; {@code RECORD_CHANGED}; {@code STATE_INVALID} if it was answered or
     *     given up before
     */
    @Requires(Permission.WRITE_CARE)
    Message settle(Caller caller, String id, long version);

    /**
     * List a patient's messages and calls in the order they were recorded, a page at a time.
     *
     * @param caller who asks
     * @param patient whose
     * @param page which page
     */
    @Requires(Permission.READ_CARE)
    List<Message> messages(Caller caller, PatientRef patient, Page page);

    /**
     * List the messages and calls of a thread in the order they were recorded; empty if there is none.
     *
     * @param caller who asks
     * @param thread id of its first message
     */
    @Requires(Permission.READ_CARE)
    List<Message> thread(Caller caller, String thread);

    /**
     * List what somebody has to answer or to send again, over all patients, in the order it was recorded, a page at a
     * time.
     *
     * @param caller who asks
     * @param page which page
     */
    @Requires(Permission.READ_CARE)
    List<Message> open(Caller caller, Page page);

    /**
     * List the channels that are offered now, by id.
     *
     * @param caller who asks
     */
    @Requires(Permission.READ_CARE)
    List<OfferedChannel> channels(Caller caller);
}
