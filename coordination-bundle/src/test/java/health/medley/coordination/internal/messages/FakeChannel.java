package health.medley.coordination.internal.messages;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.coordination.Delivery;
import health.medley.core.coordination.MessageChannel;
import health.medley.core.coordination.OutgoingMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what it is given, and fails when told to. */
final class FakeChannel implements MessageChannel {
    final List<OutgoingMessage> taken = new ArrayList<>();
    Optional<ErrorCode> failure = Optional.empty();

    @Override
    public Delivery deliver(Caller caller, OutgoingMessage message) {
        failure.ifPresent(code -> {
            throw new MedleyException(code, "as told");
        });
        taken.add(message);
        return new Delivery("fake/" + taken.size());
    }
}
