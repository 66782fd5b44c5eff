package health.medley.core.coordination;

/** How people talk over a channel. */
public enum ChannelKind {
    /** They speak at the same time: the telephone. A call is logged once it took place. */
    SPOKEN,
    /** One writes and the other reads later: e-mail, a portal, text messages. */
    WRITTEN
}
