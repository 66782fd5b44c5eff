package health.medley.coordination.internal.messages;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Encrypts for a mail server behind it that cannot: at once, or after STARTTLS. It takes one connection after another.
 */
final class EncryptingFront implements AutoCloseable {

    private final ServerSocket door;
    private final SSLContext key;
    private final int behind;
    private final boolean atOnce;

    EncryptingFront(SSLContext key, int behind, boolean atOnce) throws IOException {
        this.key = key;
        this.behind = behind;
        this.atOnce = atOnce;
        door = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
        thread(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "encrypting front");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket plain = door.accept()) {
                if (!atOnce) {
                    agree(plain);
                }
                SSLSocket secret = (SSLSocket) key.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
                secret.setUseClientMode(false);
                secret.startHandshake();
                try (Socket server = new Socket("127.0.0.1", behind)) {
                    if (!atOnce) {
                        line(server);
                    }
                    thread(() -> pipe(secret, server));
                    pipe(server, secret);
                }
            } catch (IOException e) {
                // this client is gone, or the door is closed
                continue;
            }
        }
    }

    private static void agree(Socket plain) throws IOException {
        say(plain, "220 front\r\n");
        line(plain);
        say(plain, "250-front\r\n250 STARTTLS\r\n");
        if (!line(plain).equals("STARTTLS")) {
            throw new IOException("expected STARTTLS");
        }
        say(plain, "220 go ahead\r\n");
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String line(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = socket.getInputStream().read();
                next != '\n';
                next = socket.getInputStream().read()) {
            if (next < 0) {
                throw new IOException("gone");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static void pipe(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.close();
        } catch (IOException e) {
            // one of them is gone, so the pipe is done
            return;
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
