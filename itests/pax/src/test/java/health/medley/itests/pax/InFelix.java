package health.medley.itests.pax;

import java.lang.reflect.Field;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.spi.PaxExamRuntime;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Start Pax Exam's native container once for a class, and hand its system bundle's context to the tests. */
final class InFelix implements BeforeAllCallback, AfterAllCallback, ParameterResolver {
    private TestContainer container;
    private BundleContext context;

    @Override
    public void beforeAll(ExtensionContext test) throws Exception {
        container = PaxExamRuntime.createContainer(PaxExamRuntime.createServerSystem(Shipped.bundles()));
        container.start();
        // Pax Exam shows the framework to tests inside the container only
        Field framework = container.getClass().getDeclaredField("framework");
        framework.setAccessible(true);
        context = ((Bundle) framework.get(container)).getBundleContext();
    }

    @Override
    public void afterAll(ExtensionContext test) {
        container.stop();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == BundleContext.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return context;
    }
}
