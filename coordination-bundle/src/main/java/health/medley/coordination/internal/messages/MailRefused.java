package health.medley.coordination.internal.messages;

import java.io.IOException;

/** Says which step a mail server refused; without its words, which may repeat an address. */
final class MailRefused extends IOException {
    private static final long serialVersionUID = 1L;

    MailRefused(String step, int reply) {
        super("refused " + step + " with reply " + reply);
    }
}
