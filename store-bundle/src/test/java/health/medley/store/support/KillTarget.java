package health.medley.store.support;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A server that writes entries down and is killed while it does. */
public interface KillTarget extends AutoCloseable {

    /** Start it, on what the one before left behind; return once it takes entries. */
    void start();

    /** End it with SIGKILL; return once it is gone. */
    void kill();

    /** Connect a writer of its own to the server that runs. */
    Writer writer() throws IOException;

    /** The names of all entries that are there, each as often as it is there. */
    List<String> kept();

    /** Let the record prove itself; what is wrong with it, or empty. */
    Optional<String> flaw();

    @Override
    void close();

    /** One client's connection. */
    interface Writer extends AutoCloseable {

        /**
         * Write an entry down; asking again for the same name must not write it twice.
         *
         * @return whether the server said it had been written down before
         * @throws IOException if there was no answer, or one that says to try again
         */
        boolean write(String name) throws IOException;

        @Override
        void close();
    }
}
