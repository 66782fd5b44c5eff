package health.medley.coordination.internal.messages;

import health.medley.core.Caller;
import health.medley.core.Contract;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.coordination.ChannelKind;
import health.medley.core.coordination.Delivery;
import health.medley.core.coordination.Message;
import health.medley.core.coordination.MessageChannel;
import health.medley.core.coordination.OfferedChannel;
import health.medley.core.coordination.OutgoingMessage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Knows the channels that are offered now, by id. */
public final class Channels {

    private volatile Map<String, Offer> byId = Map.of();

    private record Offer(OfferedChannel offered, MessageChannel channel) {}

    /** Offer one more; its id and kind are service properties. */
    public synchronized void add(MessageChannel channel, Map<String, Object> properties) {
        String id = String.valueOf(properties.get(Contract.ID));
        String said = String.valueOf(properties.get(MessageChannel.KIND));
        if (Stream.of(ChannelKind.values()).noneMatch(kind -> kind.name().equals(said))) {
            throw new IllegalArgumentException("Offering the channel " + id + ": its property " + MessageChannel.KIND
                    + " is " + said + "; its bundle is to declare SPOKEN or WRITTEN");
        }
        ChannelKind kind = ChannelKind.valueOf(said);
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

    /** Give a message to its channel; whatever keeps the channel from taking it, it may be tried again. */
    Delivery deliver(Caller caller, Message message) {
        Offer offer = byId.get(message.channel());
        if (offer == null) {
            throw failed(message, "its channel is not offered now", null);
        }
        try {
            return offer.channel()
                    .deliver(
                            caller,
                            new OutgoingMessage(
                                    message.id(),
                                    message.with(),
                                    message.subject(),
                                    message.text(),
                                    message.replyTo()));
        } catch (MedleyException e) {
            throw failed(message, e.getMessage(), e);
        }
    }

    private static MedleyException failed(Message message, String why, @Nullable MedleyException cause) {
        return new MedleyException(
                ErrorCode.GATEWAY_FAILED,
                "Delivering message " + message.id() + ": " + why + ". It is kept and waits; retry it, or settle it"
                        + " to give it up",
                cause);
    }
}
