package health.medley.benchmarks.store;

import health.medley.core.store.RecordDraft;

/** Something that takes time entries and answers once they are on disk. */
interface Durable extends AutoCloseable {

    /** Name it in tables. */
    String name();

    /** Make a client; used by one thread. */
    Client client() throws Exception;

    @Override
    void close();

    /** One client of it. */
    interface Client extends AutoCloseable {

        /** Write an entry; return once it is on disk. */
        void write(RecordDraft entry) throws Exception;

        @Override
        void close() throws Exception;
    }
}
