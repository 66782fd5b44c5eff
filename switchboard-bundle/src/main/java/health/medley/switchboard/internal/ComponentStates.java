package health.medley.switchboard.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Ask Declarative Services, where there is one, what is wrong with the components of a bundle. */
final class ComponentStates {
    private static final String RUNTIME = "org.osgi.service.component.runtime.ServiceComponentRuntime";

    private final BundleContext context;

    ComponentStates(BundleContext context) {
        this.context = context;
    }

    /** What is wrong, each as a part of a sentence; nothing where Declarative Services is not there. */
    List<String> problems(Bundle bundle) {
        // by name first: the API's classes are touched only where somebody exports them
        if (context.getServiceReference(RUNTIME) == null) {
            return List.of();
        }
        try {
            return Asked.problems(context, bundle);
        } catch (NoClassDefFoundError e) {
            // the API is of another version than ours: the rest of the report stands without it
            return List.of();
        }
    }

    /** Apart, so that this bundle works where the API is not there. */
    private static final class Asked {
        static List<String> problems(BundleContext context, Bundle bundle) {
            ServiceReference<ServiceComponentRuntime> reference =
                    context.getServiceReference(ServiceComponentRuntime.class);
            ServiceComponentRuntime runtime = reference == null ? null : context.getService(reference);
            if (runtime == null) {
                return List.of();
            }
            try {
                List<String> problems = new ArrayList<>();
                for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs(bundle)) {
                    problems(runtime, component, problems);
                }
                return problems;
            } finally {
                context.ungetService(reference);
            }
        }

        private static void problems(
                ServiceComponentRuntime runtime, ComponentDescriptionDTO component, List<String> problems) {
            String asked = "its component " + component.name;
            if (!runtime.isComponentEnabled(component)) {
                problems.add(asked + " is disabled");
            }
            for (ComponentConfigurationDTO each : runtime.getComponentConfigurationDTOs(component)) {
                if (each.state == ComponentConfigurationDTO.FAILED_ACTIVATION) {
                    problems.add(asked + " threw " + thrown(each.failure) + " while it was activated");
                } else if (each.state == ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION) {
                    problems.add(
                            asked + " waits for its configuration " + String.join(", ", component.configurationPid));
                } else if (each.state == ComponentConfigurationDTO.UNSATISFIED_REFERENCE) {
                    problems.add(asked + " waits for " + missing(component, each));
                }
            }
        }

        private static String missing(ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
            Set<String> names = Arrays.stream(configuration.unsatisfiedReferences)
                    .map((UnsatisfiedReferenceDTO each) -> each.name)
                    .collect(Collectors.toSet());
            return Arrays.stream(component.references)
                    .filter(each -> names.contains(each.name))
                    .map(Asked::service)
                    .sorted()
                    .collect(Collectors.joining(", "));
        }

        private static String service(ReferenceDTO reference) {
            return "a service " + reference.interfaceName
                    + (reference.target == null ? "" : " with " + reference.target);
        }

        /** The class of what was thrown last in the chain; never a message, which may hold anything. */
        private static String thrown(String failure) {
            String cause = failure == null ? "something" : failure;
            for (String line : cause.split("\\R")) {
                if (line.startsWith("Caused by: ")) {
                    cause = line.substring("Caused by: ".length());
                }
            }
            return cause.split("[:\\s]", 2)[0];
        }
    }
}
