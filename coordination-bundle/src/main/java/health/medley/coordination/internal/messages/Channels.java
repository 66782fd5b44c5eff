package health.medley.coordination.internal.messages;

import health.medley.core.Caller;
import health.medley.core.Contract;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.coordination.ChannelKind;
import health.medley.core.coordination.Delivery;
import health.medley.core.coordination.MessageChannel;
import health.medley.core.coordination.OfferedChannel;
import health.medley.core.coordination.OutgoingMessage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Knows the channels that are offered now, by id. */
public final class Channels {

    private volatile Map<String, Offer> byId = Map.of();

    private record Offer(OfferedChannel offered, MessageChannel channel) {}

    /** Offer one more; its id and kind are service properties. */
    public synchronized void add(MessageChannel channel, Map<String, Object> properties) {
        String id = String.valueOf(properties.get(Contract.ID));
        ChannelKind kind = ChannelKind.valueOf(String.valueOf(properties.get(MessageChannel.KIND)));
        Map<String, Offer> more = new TreeMap<>(byId);
        more.put(id, new Offer(new OfferedChannel(id, kind), channel));
        byId = more;
    }

    /** Offer it no longer. */
    public synchronized void remove(MessageChannel channel) {
        Map<String, Offer> less = new TreeMap<>(byId);
        less.values().removeIf(offer -> offer.channel() == channel);
        byId = less;
    }

    /** The channels, by id. */
    public List<OfferedChannel> offered() {
        return byId.values().stream().map(Offer::offered).toList();
    }

    /** How people talk over a channel that must be offered. */
    ChannelKind kind(String id) {
        Offer offer = byId.get(id);
        if (offer == null) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Using a channel: it is not offered, offered are " + byId.keySet()
                            + "; name one of these, or configure the channel");
        }
        return offer.offered().kind();
    }

    Delivery deliver(Caller caller, String id, OutgoingMessage message) {
        Offer offer = byId.get(id);
        if (offer == null) {
            throw failed(message, "its channel is not offered now", null);
        }
        try {
            return offer.channel().deliver(caller, message);
        } catch (MedleyException e) {
            throw failed(message, e.getMessage(), e);
        }
    }

    private static MedleyException failed(OutgoingMessage message, String why, @Nullable MedleyException cause) {
        return new MedleyException(
                ErrorCode.GATEWAY_FAILED,
                "Delivering message " + message.id() + ": " + why + ". It is kept and waits; retry it, or settle it"
                        + " to give it up",
                cause);
    }
}
