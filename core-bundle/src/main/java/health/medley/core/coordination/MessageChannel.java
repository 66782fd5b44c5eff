package health.medley.core.coordination;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.MedleyException;
import health.medley.core.Permission;
import health.medley.core.Requires;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Carry messages to patients and caregivers. Only a {@link MessageService} uses channels; each has the service property
 * {@code medley.id}, its name, and {@code medley.channel}, {@code SPOKEN} or {@code WRITTEN} ({@link ChannelKind}).
 *
 * <p>Safe for concurrent use. A channel bounds its own waiting: it answers or fails within a minute.
 *
 * @since 1.0
 */
@Contract(Cardinality.CONTRIBUTION)
@ConsumerType
public interface MessageChannel {

    /** Service property that says how people talk over the channel. */
    String KIND = "medley.channel";

    /**
     * Deliver a written message. The same message, by its id, may come again after a failure whose outcome is unknown.
     * Nothing of its text or address is logged.
     *
     * @param caller who sends
     * @param message what, and to which address
     * @return what the channel says of it
     * @throws MedleyException {@code GATEWAY_FAILED} if it was not taken; {@code ARGUMENT_INVALID} if the address is
     *     none of the channel's; {@code STATE_INVALID} if the channel is spoken
     */
    @Requires(Permission.WRITE_CARE)
    Delivery deliver(Caller caller, OutgoingMessage message);
}
