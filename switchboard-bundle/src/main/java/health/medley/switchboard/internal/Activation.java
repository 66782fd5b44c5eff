package health.medley.switchboard.internal;

import health.medley.core.MedleyException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Obtain a provider's object, which may construct and activate the provider on this thread, and refuse port calls that
 * it makes meanwhile. Holds no lock.
 */
final class Activation {
    private final Logger logger = LoggerFactory.getLogger(Activation.class);
    private final BundleContext context;
    private final AtomicInteger running = new AtomicInteger();
    private final ThreadLocal<Attempt> here = new ThreadLocal<>();

    private static final class Attempt {
        private final Candidate candidate;
        private @Nullable PortMethod called;

        Attempt(Candidate candidate) {
            this.candidate = candidate;
        }
    }

    /**
     * What came of it.
     *
     * @param instance the provider's object; null if there is none
     * @param problem why there is none, as a part of a sentence; empty if there is one
     */
    record Obtained(@Nullable Object instance, String problem) {}

    Activation(BundleContext context) {
        this.context = context;
    }

    /** Whether a provider is being activated on any thread. */
    boolean anywhere() {
        return running.get() != 0;
    }

    /** Refuse a port call if a provider is being activated on this thread. */
    void refuseOnThisThread(PortMethod method) {
        Attempt attempt = here.get();
        if (attempt != null) {
            attempt.called = method;
            throw PortErrors.duringActivation(method, attempt.candidate.origin().toString());
        }
    }

    /** Obtain the object of a candidate. Give it back with {@link #release}. */
    Obtained obtain(Candidate candidate, Class<?> contract) {
        Attempt outer = here.get();
        Attempt attempt = new Attempt(candidate);
        here.set(attempt);
        running.incrementAndGet();
        try {
            Object instance = context.getService(candidate.service());
            if (instance == null) {
                return new Obtained(null, problem(attempt));
            }
            if (!contract.isInstance(instance)) {
                context.ungetService(candidate.service());
                return new Obtained(
                        null,
                        "it speaks another copy of " + contract.getName() + "; build it against core, without a copy");
            }
            return new Obtained(instance, "");
        } catch (MedleyException e) {
            return new Obtained(null, "it refused to start with " + e.code());
        } catch (RuntimeException | LinkageError e) {
            return new Obtained(null, "obtaining it threw " + e.getClass().getName());
        } finally {
            running.decrementAndGet();
            restore(outer);
        }
    }

    /** Give the object of a candidate back to the framework. */
    void release(Candidate candidate) {
        release(candidate.service());
    }

    private void release(@Nullable ServiceReference<?> service) {
        try {
            context.ungetService(service);
        } catch (IllegalStateException e) {
            logger.debug("The switchboard has stopped; the framework took back {} itself", service);
        }
    }

    private void restore(@Nullable Attempt outer) {
        if (outer == null) {
            here.remove();
        } else {
            here.set(outer);
        }
    }

    private static String problem(Attempt attempt) {
        return attempt.called == null
                ? "it could not be constructed or activated"
                : "it called the port " + attempt.called + " while being activated (PORT_CALL_DURING_ACTIVATION)";
    }
}
