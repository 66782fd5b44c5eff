package health.medley.coordination.internal.messages;

import health.medley.core.Caller;
import health.medley.core.Contract;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.coordination.Delivery;
import health.medley.core.coordination.MessageChannel;
import health.medley.core.coordination.OutgoingMessage;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** Send messages by mail to a patient's address, over a server that encrypts; nothing of them is in the subject line. */
@Component(
        service = MessageChannel.class,
        configurationPid = "health.medley.coordination.smtp",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = {Contract.ID + "=smtp", MessageChannel.KIND + "=WRITTEN"})
public final class SmtpChannel implements MessageChannel {

    // plain addresses only: what else RFC 5321 permits is hardly found in the wild, and quoting is how headers break
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})*");
    private static final Pattern LINE = Pattern.compile("[ -~]{1,70}");

    private final MailServer server;
    private final String from;
    private final String subject;
    private final Clock clock;

    /** Send over the server of the settings. */
    @Activate
    public SmtpChannel(SmtpSettings settings) throws GeneralSecurityException {
        this(settings, SSLContext.getDefault(), Clock.systemUTC());
    }

    SmtpChannel(SmtpSettings settings, SSLContext trust, Clock clock) {
        if (!ADDRESS.matcher(settings.from()).matches()
                || !LINE.matcher(settings.subject()).matches()) {
            throw new IllegalArgumentException("Configuring the mail channel: from is to be one plain mail address, and"
                    + " subject one line of at most 70 ASCII characters");
        }
        this.server = new MailServer(settings, trust);
        this.from = settings.from();
        this.subject = settings.subject();
        this.clock = clock;
    }

    @Override
    public Delivery deliver(Caller caller, OutgoingMessage message) {
        String to = message.address()
                .filter(address -> ADDRESS.matcher(address).matches())
                .orElseThrow(() -> new MedleyException(
                        ErrorCode.ARGUMENT_INVALID,
                        "Sending mail: the address is none, or not a plain one: a name, @ and a domain"));
        try {
            server.take(from, to, MailText.of(message, from, to, subject, clock.instant()));
        } catch (IOException e) {
            // the message of a refusal may repeat the address
            throw new MedleyException(
                    ErrorCode.GATEWAY_FAILED,
                    "Sending mail: the mail server "
                            + (e instanceof MailRefused refused
                                    ? refused.getMessage()
                                    : "could not be talked to (" + e.getClass().getSimpleName() + ")"));
        }
        return new Delivery("mail/" + message.id());
    }
}
