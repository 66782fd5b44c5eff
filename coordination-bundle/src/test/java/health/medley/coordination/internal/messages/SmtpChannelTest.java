package health.medley.coordination.internal.messages;

import static health.medley.coordination.internal.Refusals.refused;
import static health.medley.coordination.internal.practice.TestPractice.ANN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import health.medley.core.ErrorCode;
import health.medley.core.coordination.OutgoingMessage;
import jakarta.mail.internet.MimeMessage;
import java.lang.annotation.Annotation;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail over a real SMTP server. */
class SmtpChannelTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-03-20T16:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Optional<GreenMail> running = Optional.empty();

    @SuppressWarnings("ClassExplicitlyAnnotation")
    private record Settings(
            String host,
            int port,
            String from,
            String subject,
            String user,
            String _password,
            String tls,
            int timeout_seconds)
            implements SmtpSettings {
        @Override
        public Class<? extends Annotation> annotationType() {
            return SmtpSettings.class;
        }
    }

    private static Settings settings(int port, String user, String password, String tls) {
        return new Settings(
                "127.0.0.1", port, "care@north.example", "A message from your care team", user, password, tls, 2);
    }

    private static OutgoingMessage message(String address) {
        return new OutgoingMessage(
                "m-1",
                Optional.of(address),
                "Diabetes \u00fc",
                "How are your feet?\n.\nQUIT\n" + "x".repeat(2_000) + " \ud83e\udda6",
                Optional.of("m-0"));
    }

    private GreenMail serve(String protocol) {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
        server.start();
        running = Optional.of(server);
        return server;
    }

    @AfterEach
    void stop() {
        running.ifPresent(GreenMail::stop);
    }

    @Test
    void sendsTheTextAndNothingOfItInTheSubject() throws Exception {
        GreenMail server = serve(ServerSetup.PROTOCOL_SMTP);
        SmtpChannel channel =
                new SmtpChannel(settings(server.getSmtp().getPort(), "", "", "none"), SSLContext.getDefault(), CLOCK);
        assertEquals(
                "mail/m-1", channel.deliver(ANN, message("pat@example.org")).reference());

        MimeMessage mail = server.getReceivedMessages()[0];
        assertEquals("A message from your care team", mail.getSubject());
        assertEquals("care@north.example", mail.getFrom()[0].toString());
        assertEquals("pat@example.org", mail.getAllRecipients()[0].toString());
        assertEquals("<m-1@north.example>", mail.getMessageID());
        assertEquals("<m-0@north.example>", mail.getHeader("In-Reply-To")[0]);
        assertEquals(CLOCK.instant(), mail.getSentDate().toInstant());
        String body = mail.getContent().toString().replace("\r\n", "\n");
        assertEquals("Diabetes \u00fc\n\n" + message("pat@example.org").text(), body.strip());
    }

    @Test
    void logsInWhereTheServerWantsIt() throws Exception {
        GreenMail server = serve(ServerSetup.PROTOCOL_SMTP);
        server.setUser("care@north.example", "care", "secret");
        int port = server.getSmtp().getPort();
        new SmtpChannel(settings(port, "care", "secret", "none"), SSLContext.getDefault(), CLOCK)
                .deliver(ANN, message("pat@example.org"));
        assertEquals(1, server.getReceivedMessages().length);
        String refusal = refused(ErrorCode.GATEWAY_FAILED, () -> new SmtpChannel(
                        settings(port, "care", "wrong", "none"), SSLContext.getDefault(), CLOCK)
                .deliver(ANN, message("pat@example.org")));
        assertTrue(refusal.contains("the login"), refusal);
        assertFalse(refusal.contains("wrong") || refusal.contains("example"), refusal);
        assertEquals(1, server.getReceivedMessages().length);
    }

    @Test
    void neverSendsInTheClearToAServerThatShouldEncrypt() throws Exception {
        GreenMail server = serve(ServerSetup.PROTOCOL_SMTP);
        SmtpChannel channel = new SmtpChannel(
                settings(server.getSmtp().getPort(), "", "", "starttls"), SSLContext.getDefault(), CLOCK);
        String refusal = refused(ErrorCode.GATEWAY_FAILED, () -> channel.deliver(ANN, message("pat@example.org")));
        assertTrue(refusal.contains("STARTTLS"), refusal);
        assertEquals(0, server.getReceivedMessages().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"starttls", "implicit"})
    void encryptsToAServerThatIsVouchedFor(String tls) throws Exception {
        GreenMail server = serve(ServerSetup.PROTOCOL_SMTP);
        server.setUser("care@north.example", "care", "secret");
        ServerKey key = ServerKey.of(folder, "ip:127.0.0.1");
        try (EncryptingFront front =
                new EncryptingFront(key.serving(), server.getSmtp().getPort(), tls.equals("implicit"))) {
            new SmtpChannel(settings(front.port(), "care", "secret", tls), key.trusted(), CLOCK)
                    .deliver(ANN, message("pat@example.org"));
        }
        assertEquals("<m-1@north.example>", server.getReceivedMessages()[0].getMessageID());
    }

    @ParameterizedTest
    @ValueSource(strings = {"starttls", "implicit"})
    void neverSendsToAServerThatNobodyVouchesForOrOfAnotherName(String tls) throws Exception {
        GreenMail server = serve(ServerSetup.PROTOCOL_SMTP);
        ServerKey named = ServerKey.of(folder, "dns:elsewhere.example");
        ServerKey unknown = ServerKey.of(Files.createDirectory(folder.resolve("unknown")), "ip:127.0.0.1");
        try (EncryptingFront other =
                        new EncryptingFront(named.serving(), server.getSmtp().getPort(), tls.equals("implicit"));
                EncryptingFront stranger =
                        new EncryptingFront(unknown.serving(), server.getSmtp().getPort(), tls.equals("implicit"))) {
            for (int port : new int[] {other.port(), stranger.port()}) {
                SmtpChannel channel = new SmtpChannel(settings(port, "", "", tls), named.trusted(), CLOCK);
                refused(ErrorCode.GATEWAY_FAILED, () -> channel.deliver(ANN, message("pat@example.org")));
            }
        }
        assertEquals(0, server.getReceivedMessages().length);
    }

    @Test
    void aServerThatIsNotThereOrSilentIsAFailure() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SmtpChannel channel = new SmtpChannel(
                    new Settings("127.0.0.1", silent.getLocalPort(), "care@north.example", "s", "", "", "none", 1),
                    SSLContext.getDefault(),
                    CLOCK);
            refused(ErrorCode.GATEWAY_FAILED, () -> channel.deliver(ANN, message("pat@example.org")));
            silent.close();
            refused(ErrorCode.GATEWAY_FAILED, () -> channel.deliver(ANN, message("pat@example.org")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody",
                "a b@example.org",
                "pat@example.org\r\nBcc: all@example.org",
                "\"pat\"@example.org",
                "pat@example.org,all@example.org",
                "<pat@example.org>",
                "p\u00e4t@example.org",
                "@example.org"
            })
    void takesPlainAddressesOnly(String address) throws Exception {
        SmtpChannel channel = new SmtpChannel(settings(1, "", "", "none"), SSLContext.getDefault(), CLOCK);
        String refusal = refused(ErrorCode.ARGUMENT_INVALID, () -> channel.deliver(ANN, message(address)));
        assertFalse(refusal.contains(address), refusal);
    }

    @Test
    void refusesSettingsThatWouldSendInTheClear() {
        for (Settings odd : new Settings[] {
            new Settings("mail.example.org", 25, "care@north.example", "s", "", "", "none", 10),
            settings(25, "", "", "perhaps"),
            new Settings("127.0.0.1", 25, "care@north.example", "s", "", "", "none", 0),
            new Settings("127.0.0.1", 25, "Care Team", "s", "", "", "none", 10),
            new Settings("127.0.0.1", 25, "care@north.example", "a\r\nBcc: x@y.z", "", "", "none", 10)
        }) {
            assertThrows(IllegalArgumentException.class, () -> new SmtpChannel(odd, SSLContext.getDefault(), CLOCK));
        }
    }
}
