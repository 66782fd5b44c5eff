package health.medley.switchboard.internal;

import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/** Give each consumer bundle its own object of a port, so that the port knows where a call comes from. */
final class PortFactory implements ServiceFactory<Object> {
    private final Port port;
    private final Routing routing;
    private final Activation activation;

    PortFactory(Port port, Routing routing, Activation activation) {
        this.port = port;
        this.routing = routing;
        this.activation = activation;
    }

    @Override
    public Object getService(Bundle bundle, ServiceRegistration<Object> registration) {
        return new PortProxy(port, routing, activation, Origins.of(bundle)).object();
    }

    @Override
    public void ungetService(Bundle bundle, ServiceRegistration<Object> registration, Object service) {
        // the object stays valid: a consumer may hold a port for life
    }
}
