package health.medley.switchboard.internal;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Origin;
import health.medley.core.Role;

/** The errors a port answers with, in words. */
final class PortErrors {
    private PortErrors() {}

    static MedleyException noCaller(PortMethod method) {
        return new MedleyException(
                ErrorCode.ARGUMENT_INVALID,
                "Calling " + method
                        + ": the caller is null. Make one with Caller.of, or hand on the one you were given.");
    }

    static MedleyException denied(PortMethod method, Role role) {
        return new MedleyException(
                ErrorCode.PERMISSION_DENIED,
                "Calling " + method + ": it needs the permission " + method.permission() + ", which the role " + role
                        + " does not hold. Call in a role that holds it.");
    }

    static MedleyException absent(PortMethod method, Port port, boolean shut) {
        if (shut) {
            return new MedleyException(
                    ErrorCode.PLATFORM_CLOSED,
                    "Calling " + method + ": the platform is closed. Start it again and take the port anew.");
        }
        return new MedleyException(
                ErrorCode.SERVICE_ABSENT,
                "Calling " + method + ": no provider answers for the contract "
                        + port.contract().name()
                        + (port.key().single()
                                ? ""
                                : " with the id \"" + port.key().id() + "\"") + ". "
                        + port.emptiness());
    }

    /**
     * A provider threw something else than a {@link MedleyException}. Its message may hold patient data, so only its
     * class is told, and where it was thrown.
     */
    static MedleyException failed(PortMethod method, Origin provider, Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0].getClassName() + ":" + trace[0].getLineNumber();
        MedleyException failure = new MedleyException(
                ErrorCode.PROVIDER_FAILED,
                "Calling " + method + ": the provider " + provider + " threw "
                        + thrown.getClass().getName() + where
                        + ". Report this to the maker of that bundle; another version can be activated meanwhile.");
        failure.setStackTrace(trace);
        return failure;
    }

    static MedleyException answeredNull(PortMethod method, Origin provider) {
        return new MedleyException(
                ErrorCode.PROVIDER_FAILED,
                "Calling " + method + ": the provider " + provider + " answered null where the contract wants a value."
                        + " Report this to the maker of that bundle; another version can be activated meanwhile.");
    }

    static MedleyException duringActivation(PortMethod method, String provider) {
        return new MedleyException(
                ErrorCode.PORT_CALL_DURING_ACTIVATION,
                "Calling " + method + ": the provider " + provider
                        + " is still being activated. A provider calls ports only when it is called; move the call out"
                        + " of its constructor and activate method.");
    }
}
