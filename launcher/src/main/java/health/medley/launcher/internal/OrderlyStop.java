package health.medley.launcher.internal;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done before the bundles are stopped one by one. A bundle that is stopped takes its services away at once, so
 * whoever has work in flight is asked to end it while everything still stands; then nobody may come in any more.
 */
final class OrderlyStop {
    private static final String FIRST = "(medley.stop.first=true)";
    private static final String DOOR = "org.apache.felix.http.jetty12";

    private final Logger logger = LoggerFactory.getLogger(OrderlyStop.class);
    private final @Nullable BundleContext context;

    OrderlyStop(@Nullable BundleContext context) {
        this.context = context;
    }

    void begin() {
        BundleContext running = context;
        if (running == null) {
            return;
        }
        boolean served = false;
        for (ServiceReference<AutoCloseable> each : first(running)) {
            AutoCloseable service = running.getService(each);
            if (service != null) {
                close(service);
                served = true;
            }
        }
        if (served) {
            shut(running);
        }
    }

    private static Collection<ServiceReference<AutoCloseable>> first(BundleContext running) {
        try {
            return running.getServiceReferences(AutoCloseable.class, FIRST);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("The filter " + FIRST + " is one", e);
        }
    }

    private void close(AutoCloseable service) {
        try {
            service.close();
        } catch (Exception e) {
            logger.warn("A service did not end its work well ({})", String.valueOf(e));
        }
    }

    private void shut(BundleContext running) {
        for (Bundle bundle : running.getBundles()) {
            if (DOOR.equals(bundle.getSymbolicName())) {
                try {
                    bundle.stop(Bundle.STOP_TRANSIENT);
                } catch (BundleException e) {
                    logger.warn("The HTTP server did not stop well ({})", String.valueOf(e));
                }
            }
        }
    }
}
