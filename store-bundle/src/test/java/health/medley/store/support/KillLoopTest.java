package health.medley.store.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KillLoopTest {

    private static final int KILLS = 5;
    private static final int WRITERS = 4;

    @Test
    void findsNothingWrongWithAServerThatKeepsItsWord() {
        KillReport report = new KillLoop(new Server(), WRITERS, 1).run(KILLS);

        assertTrue(report.kept(), report::toString);
        assertTrue(report.acknowledged() > KILLS, report::toString);
        assertTrue(report.repeated() > 0, "a kill leaves a writer's last entry unanswered");
    }

    @Test
    void countsWhatAServerForgets() {
        Server forgetful = new Server() {
            @Override
            public synchronized void kill() {
                super.kill();
                entries.remove(0);
            }
        };

        KillReport report = new KillLoop(forgetful, WRITERS, 2).run(KILLS);

        assertEquals(KILLS, report.lost());
        assertFalse(report.kept());
    }

    @Test
    void countsWhatAServerWritesTwice() {
        Server careless = new Server() {
            @Override
            boolean known(String name) {
                return false;
            }
        };

        KillReport report = new KillLoop(careless, WRITERS, 3).run(KILLS);

        assertTrue(report.twice() > 0);
        assertFalse(report.kept());
    }

    @Test
    void reportsAFlawOfTheChain() {
        Server damaged = new Server() {
            @Override
            public Optional<String> flaw() {
                return Optional.of("version 2 was changed");
            }
        };

        assertFalse(new KillLoop(damaged, WRITERS, 4).run(1).kept());
    }

    /** Keeps entries in memory; once killed it writes what it is asked and answers nobody. */
    private static class Server implements KillTarget {

        final List<String> entries = new ArrayList<>();
        private boolean up;

        @Override
        public synchronized void start() {
            up = true;
        }

        @Override
        public synchronized void kill() {
            up = false;
        }

        @Override
        public Writer writer() {
            return new Writer() {
                @Override
                public boolean write(String name) throws IOException {
                    return take(name);
                }

                @Override
                public void close() {
                    // nothing is open
                }
            };
        }

        private synchronized boolean take(String name) throws IOException {
            boolean known = known(name);
            if (!known) {
                entries.add(name);
            }
            if (!up) {
                throw new IOException("no answer");
            }
            return known;
        }

        boolean known(String name) {
            return entries.contains(name);
        }

        @Override
        public synchronized List<String> kept() {
            return List.copyOf(entries);
        }

        @Override
        public Optional<String> flaw() {
            return Optional.empty();
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
