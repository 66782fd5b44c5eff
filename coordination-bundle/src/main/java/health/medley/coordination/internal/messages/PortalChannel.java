package health.medley.coordination.internal.messages;

import health.medley.core.Caller;
import health.medley.core.Contract;
import health.medley.core.coordination.Delivery;
import health.medley.core.coordination.MessageChannel;
import health.medley.core.coordination.OutgoingMessage;
import org.osgi.service.component.annotations.Component;

/**
 * Lay messages into the patient's inbox: the kept message is the inbox, and a portal shows a patient's messages of this
 * channel and says when they were read.
 */
@Component(
        service = MessageChannel.class,
        property = {Contract.ID + "=portal", MessageChannel.KIND + "=WRITTEN"})
public final class PortalChannel implements MessageChannel {

    @Override
    public Delivery deliver(Caller caller, OutgoingMessage message) {
        return new Delivery("inbox/" + message.id());
    }
}
