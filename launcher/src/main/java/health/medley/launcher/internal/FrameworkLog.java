package health.medley.launcher.internal;

import org.apache.felix.framework.Logger;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.slf4j.LoggerFactory;

/** Hand what Felix has to say to SLF4J, so that nothing is printed past the host's log. */
final class FrameworkLog extends Logger {
    private final org.slf4j.Logger logger = LoggerFactory.getLogger("org.apache.felix.framework");

    FrameworkLog() {
        setLogLevel(logger.isDebugEnabled() ? LOG_DEBUG : LOG_WARNING);
    }

    @Override
    @SuppressWarnings("rawtypes") // as Felix declares it
    protected void doLog(Bundle bundle, ServiceReference reference, int level, String message, Throwable thrown) {
        doLog(level, bundle == null ? message : "Bundle " + bundle + ": " + message, thrown);
    }

    @Override
    protected void doLog(int level, String message, Throwable thrown) {
        switch (level) {
            case LOG_ERROR -> logger.error(message, thrown);
            case LOG_WARNING -> logger.warn(message, thrown);
            case LOG_INFO -> logger.info(message, thrown);
            default -> logger.debug(message, thrown);
        }
    }
}
