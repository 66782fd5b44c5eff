package health.medley.coordination.internal.messages;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.commons.net.smtp.AuthenticatingSMTPClient;

/** Talks SMTP with one server: encrypted and with its name checked, logged in where it wants, within a time limit. */
final class MailServer {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");
    private static final long LONGEST_TALK_SECONDS = 50;
    private static final String OWN_NAME = "medley";

    private final SmtpSettings settings;
    private final SSLContext trust;

    MailServer(SmtpSettings settings, SSLContext trust) {
        boolean plain = settings.tls().equals("none");
        if (!Set.of("starttls", "implicit", "none").contains(settings.tls())
                || (plain && !THIS_MACHINE.contains(settings.host()))
                || settings.timeout_seconds() < 1
                || settings.timeout_seconds() > 20) {
            throw new IllegalArgumentException("Configuring the mail channel: tls is to be starttls or implicit (none"
                    + " for a server on this machine only), and timeout.seconds 1 to 20");
        }
        this.settings = settings;
        this.trust = trust;
    }

    void take(String from, String to, String mail) throws IOException {
        AuthenticatingSMTPClient client =
                new AuthenticatingSMTPClient(settings.tls().equals("implicit"), trust);
        client.setEndpointCheckingEnabled(true);
        Duration timeout = Duration.ofSeconds(settings.timeout_seconds());
        client.setConnectTimeout((int) timeout.toMillis());
        client.setDefaultTimeout((int) timeout.toMillis());
        // a server that trickles its replies meets no limit of a single one
        Executor later = CompletableFuture.delayedExecutor(LONGEST_TALK_SECONDS, TimeUnit.SECONDS);
        CompletableFuture<Void> limit = CompletableFuture.runAsync(() -> hangUp(client), later);
        try {
            client.connect(settings.host(), settings.port());
            step(client, client.getReplyCode() / 100 == 2, "the connection");
            greet(client);
            logIn(client);
            step(client, client.setSender(from), "the sender");
            step(client, client.addRecipient(to), "the recipient");
            hand(client, mail);
            part(client);
        } finally {
            limit.cancel(false);
            hangUp(client);
        }
    }

    private void greet(AuthenticatingSMTPClient client) throws IOException {
        step(client, client.elogin(OWN_NAME), "the greeting");
        if (settings.tls().equals("starttls")) {
            step(client, client.execTLS(), "STARTTLS");
            step(client, client.elogin(OWN_NAME), "the greeting");
        }
    }

    private void logIn(AuthenticatingSMTPClient client) throws IOException {
        if (settings.user().isEmpty()) {
            return;
        }
        try {
            boolean in = client.auth(AuthenticatingSMTPClient.AUTH_METHOD.PLAIN, settings.user(), settings._password());
            step(client, in, "the login");
        } catch (GeneralSecurityException e) {
            throw new IOException("Logging in to the mail server", e);
        }
    }

    private static void hand(AuthenticatingSMTPClient client, String mail) throws IOException {
        Writer data = client.sendMessageData();
        if (data == null) {
            throw new MailRefused("the message", client.getReplyCode());
        }
        try (data) {
            data.write(new String(mail.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII));
        }
        step(client, client.completePendingCommand(), "the message");
    }

    private static void step(AuthenticatingSMTPClient client, boolean taken, String what) throws IOException {
        if (!taken) {
            throw new MailRefused(what, client.getReplyCode());
        }
    }

    private static void part(AuthenticatingSMTPClient client) {
        try {
            client.logout();
        } catch (IOException e) {
            // it took the mail and hung up before the farewell
            return;
        }
    }

    private static void hangUp(AuthenticatingSMTPClient client) {
        try {
            client.disconnect();
        } catch (IOException e) {
            // it hung up first: what was to be said has been said
            return;
        }
    }
}
