package health.medley.coordination.internal.messages;

/** The settings of the mail channel, configuration {@code health.medley.coordination.smtp}. */
public @interface SmtpSettings {

    /** The server that takes mail. */
    String host();

    /** Its port. */
    int port() default 587;

    /** The address mail comes from. */
    String from();

    /** The subject line of every mail, which others on the way can read: ASCII, without anything about patients. */
    String subject() default "A message from your care team";

    /** User of the server; empty for a server that asks for none. */
    String user() default "";

    /** The user's password; its property is {@code .password}, so that it is no property of the service. */
    String _password() default "";

    /** {@code starttls}, {@code implicit}, or {@code none} for a server on this machine. */
    String tls() default "starttls";

    /** Seconds to wait for the server, to connect and for each of its replies; 1 to 20. */
    int timeout_seconds() default 10;
}
