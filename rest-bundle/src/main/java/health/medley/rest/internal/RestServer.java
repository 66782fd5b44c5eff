package health.medley.rest.internal;

import health.medley.core.ports.Ports;
import health.medley.core.store.RecordStore;
import health.medley.rest.internal.routes.RouteList;
import health.medley.rest.internal.server.Accounts;
import health.medley.rest.internal.server.Edge;
import health.medley.rest.internal.server.Jobs;
import health.medley.rest.internal.server.RestConfig;
import health.medley.rest.internal.server.ServerState;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The one servlet, which hands every request to the edge. */
@Component(
        service = {Servlet.class, AutoCloseable.class},
        property = RestServer.BEFORE_STOP,
        configurationPid = "health.medley.rest",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@HttpWhiteboardServletPattern("/*")
public final class RestServer extends HttpServlet implements AutoCloseable {

    private static final long serialVersionUID = 1L;

    /** The launcher closes services with this property before any bundle is stopped. */
    static final String BEFORE_STOP = "medley.stop.first:Boolean=true";

    private final transient Edge edge;

    /** Take what the server works with. */
    @Activate
    public RestServer(
            RestConfig config,
            @Reference RouteList routes,
            @Reference Accounts accounts,
            @Reference Jobs jobs,
            @Reference ServerState state,
            @Reference Ports ports,
            @Reference RecordStore store) {
        edge = new Edge(config, routes.sources(), accounts, jobs, state, ports, store);
    }

    @Override
    public void init() {
        edge.announce();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        edge.answer(request, response);
    }

    /** Refuse new requests while this servlet still answers, and let what is in flight end. */
    @Override
    @Deactivate
    public void close() {
        edge.stop();
    }
}
