package health.medley.coordination.internal.messages;

import health.medley.core.Caller;
import health.medley.core.Contract;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.coordination.Delivery;
import health.medley.core.coordination.MessageChannel;
import health.medley.core.coordination.OutgoingMessage;
import org.osgi.service.component.annotations.Component;

/** The telephone: people place the calls, and log them once they took place. */
@Component(
        service = MessageChannel.class,
        property = {Contract.ID + "=voice", MessageChannel.KIND + "=SPOKEN"})
public final class VoiceChannel implements MessageChannel {

    @Override
    public Delivery deliver(Caller caller, OutgoingMessage message) {
        throw new MedleyException(
                ErrorCode.STATE_INVALID,
                "Delivering a message by voice: a call is not sent; place it, and log it once it took place");
    }
}
