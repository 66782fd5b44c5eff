package health.medley.store.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** Stands between a client and PostgreSQL and cuts one connection at a commit, before or after the server had it. */
public final class CuttingProxy implements AutoCloseable {

    /** Where the next commit's connection is cut. */
    public enum Cut {
        /** The server never hears of it. */
        BEFORE_COMMIT,
        /** The server commits, its answer is lost. */
        AFTER_COMMIT
    }

    private static final String COMMIT = "COMMIT";

    private final ServerSocket socket;
    private final int server;
    private final AtomicReference<Cut> next = new AtomicReference<>();
    private final Executor threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "proxy");
        thread.setDaemon(true);
        return thread;
    });

    /** Stand before the server at a port of this machine. */
    public CuttingProxy(int server) throws IOException {
        this.server = server;
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /** The port it listens at. */
    public int port() {
        return socket.getLocalPort();
    }

    /** Cut the connection of the next commit. */
    public void cut(Cut where) {
        next.set(where);
    }

    /** Whether the cut that was asked for was made. */
    public boolean done() {
        return next.get() == null;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server);
                Line line = new Line(client, upstream);
                threads.execute(line::requests);
                threads.execute(line::answers);
            } catch (IOException e) {
                // closed, or the server is away: the client sees its connection refused or ended
                continue;
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private final class Line {

        private final Socket client;
        private final Socket upstream;
        private volatile boolean mute;

        Line(Socket client, Socket upstream) {
            this.client = client;
            this.upstream = upstream;
        }

        void requests() {
            relay(client, upstream, this::request);
        }

        void answers() {
            relay(upstream, client, this::answer);
        }

        private boolean request(byte[] bytes, int length) {
            if (!new String(bytes, 0, length, StandardCharsets.ISO_8859_1).contains(COMMIT)) {
                return true;
            }
            Cut cut = next.getAndSet(null);
            mute = cut == Cut.AFTER_COMMIT;
            return cut != Cut.BEFORE_COMMIT;
        }

        /** The first answer after the commit says that it is done; nobody hears it. */
        private boolean answer(byte[] bytes, int length) {
            return !mute;
        }

        private void relay(Socket from, Socket to, Watch watch) {
            try (from;
                    to) {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] bytes = new byte[1 << 16];
                for (int read = in.read(bytes); read >= 0 && watch.passes(bytes, read); read = in.read(bytes)) {
                    out.write(bytes, 0, read);
                }
            } catch (IOException e) {
                // the other direction was cut, and this one with it
                mute = true;
            }
        }
    }

    private interface Watch {
        boolean passes(byte[] bytes, int length);
    }
}
