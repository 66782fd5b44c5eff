package health.medley.coordination.internal.messages;

import health.medley.core.coordination.OutgoingMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/** Writes a message as mail (RFC 5322, MIME): what it is about stands in the body, not in the subject line. */
final class MailText {

    private static final String LINE = "\r\n";
    private static final int LINE_LENGTH = 76;

    private MailText() {}

    static String of(OutgoingMessage message, String from, String to, String subject, Instant now) {
        String domain = from.substring(from.lastIndexOf('@') + 1);
        StringBuilder mail = new StringBuilder();
        header(mail, "From", from);
        header(mail, "To", to);
        header(mail, "Subject", subject);
        header(mail, "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
        header(mail, "Message-ID", "<" + message.id() + "@" + domain + ">");
        message.replyTo().ifPresent(id -> {
            header(mail, "In-Reply-To", "<" + id + "@" + domain + ">");
            header(mail, "References", "<" + id + "@" + domain + ">");
        });
        header(mail, "Auto-Submitted", "no");
        header(mail, "MIME-Version", "1.0");
        header(mail, "Content-Type", "text/plain; charset=UTF-8");
        header(mail, "Content-Transfer-Encoding", "base64");
        String body = (message.subject() + "\n\n" + message.text() + "\n").replaceAll("\r\n|\r|\n", LINE);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return mail.append(LINE)
                .append(Base64.getMimeEncoder(LINE_LENGTH, LINE.getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(bytes))
                .append(LINE)
                .toString();
    }

    private static void header(StringBuilder mail, String name, String value) {
        mail.append(name).append(": ").append(value).append(LINE);
    }
}
