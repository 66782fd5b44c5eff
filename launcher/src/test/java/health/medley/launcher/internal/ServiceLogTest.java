package health.medley.launcher.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.service.log.FormatterLogger;
import org.slf4j.LoggerFactory;

class ServiceLogTest {
    private static final String NAME = "test.log";

    private final Logger target = (Logger) LoggerFactory.getLogger(NAME);
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

    @BeforeEach
    void listen() {
        target.setLevel(Level.INFO);
        target.setAdditive(false);
        heard.start();
        target.addAppender(heard);
    }

    @AfterEach
    void stopListening() {
        target.detachAppender(heard);
    }

    private List<String> said() {
        return heard.list.stream()
                .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                .toList();
    }

    @Test
    void everyWayOfLoggingArrivesAtItsLevel() throws Exception {
        org.osgi.service.log.Logger log = new ServiceLog().getLogger(NAME);
        log.error("plain");
        log.warn("one {}", 1);
        log.info("two {} {}", 1, 2);
        log.audit("three {} {} {}", 1, 2, 3);
        log.debug("not heard");
        log.warn(inner -> inner.warn("from a consumer"));
        log.debug(inner -> inner.error("not asked"));
        assertEquals(
                List.of("ERROR plain", "WARN one 1", "INFO two 1 2", "INFO three 1 2 3", "WARN from a consumer"),
                said());
    }

    @Test
    void aFormatterLoggerFormatsAsPrintf() {
        new ServiceLog().getLogger(NAME, FormatterLogger.class).error("%05d %s", 42, "x");
        assertEquals(List.of("ERROR 00042 x"), said());
    }

    @Test
    void aFailureKeepsItsCause() {
        IllegalStateException cause = new IllegalStateException("boom");
        new ServiceLog().getLogger(NAME).error("failed {}", "here", cause);
        assertEquals("ERROR failed here", said().get(0));
        assertEquals("boom", heard.list.get(0).getThrowableProxy().getMessage());
    }

    @Test
    void levelsAreThoseOfTheHost() {
        org.osgi.service.log.Logger log = new ServiceLog().getLogger(NAME);
        assertTrue(log.isInfoEnabled());
        assertFalse(log.isDebugEnabled());
        assertEquals(NAME, log.getName());
        assertEquals(log, log);
        assertNotEquals(log, new ServiceLog().getLogger(NAME));
    }
}
