package health.medley.core.coordination;

/** What has become of a message. */
public enum MessageState {
    /** It is to be delivered; the channel has not taken it yet. */
    WAITING,
    /** The channel took it, or the call took place, or it came in. */
    DELIVERED,
    /** Its receiver has read it. */
    READ,
    /** Somebody answered it, or said that it needs no answer. */
    ANSWERED,
    /** It was never delivered, and will not be. */
    GIVEN_UP
}
