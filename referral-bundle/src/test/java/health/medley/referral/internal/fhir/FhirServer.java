package health.medley.referral.internal.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.ConditionalUrlParam;
import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.RequiredParam;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/** A real FHIR server (HAPI) on this machine that keeps ServiceRequests and Tasks in memory. */
final class FhirServer implements AutoCloseable {

    private static final FhirContext R4 = FhirContext.forR4();

    final Kept<ServiceRequest> serviceRequests = new Kept<>(ServiceRequest.class, ServiceRequest::getIdentifier);
    final Kept<Task> tasks = new Kept<>(Task.class, Task::getIdentifier);
    final List<String> authorizations = new ArrayList<>();
    final List<String> urls = new ArrayList<>();
    /** Status to answer instead of working, once for each. */
    final List<Integer> failures = new ArrayList<>();
    /** Whether to answer creations without saying where. */
    boolean silentAboutLocation;

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    FhirServer() throws Exception {
        RestfulServer fhir = new RestfulServer(R4);
        fhir.setResourceProviders(new ServiceRequests(serviceRequests), new Tasks(tasks));
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler handler = new ServletContextHandler("/");
        handler.addFilter(new FilterHolder(watching()), "/*", EnumSet.of(DispatcherType.REQUEST));
        handler.addServlet(new ServletHolder(fhir), "/fhir/*");
        server.setHandler(handler);
        server.start();
    }

    private Filter watching() {
        return (request, response, chain) -> {
            HttpServletRequest asked = (HttpServletRequest) request;
            authorizations.add(String.valueOf(asked.getHeader("Authorization")));
            urls.add(asked.getRequestURI() + "?" + asked.getQueryString());
            if (failures.isEmpty()) {
                chain.doFilter(request, silentAboutLocation ? new Silent((HttpServletResponse) response) : response);
            } else {
                ((HttpServletResponse) response).setStatus(failures.remove(0));
            }
        };
    }

    /** A response without the headers that say where a resource is. */
    private static final class Silent extends jakarta.servlet.http.HttpServletResponseWrapper {
        Silent(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            if (!name.endsWith("Location")) {
                super.addHeader(name, value);
            }
        }

        @Override
        public void setHeader(String name, String value) {
            if (!name.endsWith("Location")) {
                super.setHeader(name, value);
            }
        }
    }

    String url() {
        return "http://127.0.0.1:" + connector.getLocalPort() + "/fhir";
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }

    /** The resources of one type, by id. */
    static final class Kept<T extends Resource> {
        final Map<String, T> byId = new LinkedHashMap<>();
        private final Class<T> type;
        private final Function<T, List<Identifier>> identifiers;

        Kept(Class<T> type, Function<T, List<Identifier>> identifiers) {
            this.type = type;
            this.identifiers = identifiers;
        }

        T only() {
            if (byId.size() != 1) {
                throw new AssertionError(byId.size() + " of " + type.getSimpleName());
            }
            return byId.values().iterator().next();
        }

        Optional<T> with(String system, String value) {
            return byId.values().stream()
                    .filter(kept -> identifiers.apply(kept).stream()
                            .anyMatch(id -> system.equals(id.getSystem()) && value.equals(id.getValue())))
                    .findFirst();
        }

        MethodOutcome create(T resource, String conditional) {
            if (conditional != null) {
                String[] token = URLDecoder.decode(conditional, StandardCharsets.UTF_8)
                        .split("identifier=", 2)[1]
                        .split("\\|", 2);
                Optional<T> there = with(token[0], token[1]);
                if (there.isPresent()) {
                    return new MethodOutcome(
                            new IdType(type.getSimpleName(), there.get().getIdPart(), "1"), false);
                }
            }
            String id = Integer.toString(byId.size() + 100);
            resource.setId(id);
            byId.put(id, resource);
            return new MethodOutcome(new IdType(type.getSimpleName(), id, "1"), true);
        }

        T read(IdType id) {
            return Optional.ofNullable(byId.get(id.getIdPart())).orElseThrow(() -> new ResourceNotFoundException(id));
        }
    }

    /** Serves ServiceRequests. */
    public record ServiceRequests(Kept<ServiceRequest> kept) implements IResourceProvider {
        @Override
        public Class<? extends IBaseResource> getResourceType() {
            return ServiceRequest.class;
        }

        @Create
        public MethodOutcome create(@ResourceParam ServiceRequest resource, @ConditionalUrlParam String conditional) {
            return kept.create(resource, conditional);
        }

        @Read
        public ServiceRequest read(@IdParam IdType id) {
            return kept.read(id);
        }

        @Search
        public List<ServiceRequest> search(@RequiredParam(name = "identifier") TokenParam identifier) {
            return kept.with(identifier.getSystem(), identifier.getValue()).stream()
                    .toList();
        }
    }

    /** Serves Tasks. */
    public record Tasks(Kept<Task> kept) implements IResourceProvider {
        @Override
        public Class<? extends IBaseResource> getResourceType() {
            return Task.class;
        }

        @Create
        public MethodOutcome create(@ResourceParam Task resource, @ConditionalUrlParam String conditional) {
            return kept.create(resource, conditional);
        }

        @Read
        public Task read(@IdParam IdType id) {
            return kept.read(id);
        }

        @Search
        public List<Task> search(@RequiredParam(name = "identifier") TokenParam identifier) {
            return kept.with(identifier.getSystem(), identifier.getValue()).stream()
                    .toList();
        }
    }
}
