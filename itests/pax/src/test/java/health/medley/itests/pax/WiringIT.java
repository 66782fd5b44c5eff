package health.medley.itests.pax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Caller;
import health.medley.core.Role;
import health.medley.core.billing.BillingService;
import health.medley.core.chart.ChartSource;
import health.medley.core.command.Command;
import health.medley.core.eligibility.EligibilityService;
import health.medley.core.ports.Ports;
import health.medley.core.ports.Readiness;
import health.medley.core.rules.RuleLibrary;
import health.medley.core.time.TimeCounter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;
import org.osgi.util.tracker.ServiceTracker;

/** How the shipped bundles are wired in a container that the launcher has not started. */
@ExtendWith(InFelix.class)
@Timeout(60)
class WiringIT {
    private static final List<Class<?>> SINGLE =
            List.of(EligibilityService.class, TimeCounter.class, BillingService.class, RuleLibrary.class, Ports.class);
    private static final String PORT = "medley.port";

    @Test
    void everyBundleIsActive(BundleContext system) {
        List<String> idle = new ArrayList<>();
        int ours = 0;
        for (Bundle bundle : system.getBundles()) {
            boolean fragment = bundle.getHeaders().get("Fragment-Host") != null;
            if (!fragment && bundle.getState() != Bundle.ACTIVE) {
                idle.add(bundle.getSymbolicName());
            }
            if (bundle.getSymbolicName().startsWith("health.medley.")) {
                ours++;
            }
        }
        assertEquals(List.of(), idle);
        assertTrue(ours >= 9, "bundles of ours: " + ours);
    }

    @Test
    void theContractsAreOneClassForHostAndBundles(BundleContext system) throws Exception {
        for (String name : List.of("billing", "eligibility", "coordination", "cli", "switchboard")) {
            Class<?> seen = bundle(system, "health.medley." + name).loadClass(Caller.class.getName());
            assertEquals(Caller.class, seen, name);
        }
    }

    @Test
    void everyReferenceToAContractIsSatisfiedByAPort(BundleContext system) throws Exception {
        ServiceComponentRuntime runtime = service(system, ServiceComponentRuntime.class);
        Set<Long> ports = new HashSet<>();
        for (ServiceReference<?> reference : system.getAllServiceReferences(null, "(" + PORT + "=*)")) {
            ports.add((Long) reference.getProperty("service.id"));
        }
        int bound = 0;
        for (ComponentDescriptionDTO description : runtime.getComponentDescriptionDTOs()) {
            if (!description.bundle.symbolicName.startsWith("health.medley.")) {
                continue;
            }
            for (ComponentConfigurationDTO component : runtime.getComponentConfigurationDTOs(description)) {
                assertEquals(List.of(), unsatisfied(component), description.name);
                for (var reference : component.satisfiedReferences) {
                    for (var bind : reference.boundServices) {
                        if (contract((String[]) bind.properties.get("objectClass"))) {
                            bound++;
                            assertTrue(ports.contains(bind.id), description.name + " has a raw " + reference.name);
                        }
                    }
                }
            }
        }
        assertTrue(bound >= 5, "references to contracts: " + bound);
    }

    @Test
    void anOrdinaryBundleSeesPortsAndNoRawProvider(BundleContext system) throws Exception {
        BundleContext ordinary = bundle(system, "health.medley.chartfhir").getBundleContext();
        for (Class<?> contract :
                List.of(EligibilityService.class, TimeCounter.class, BillingService.class, Command.class)) {
            ServiceReference<?>[] seen = ordinary.getAllServiceReferences(contract.getName(), null);
            assertNotNull(seen, contract.getName());
            for (ServiceReference<?> reference : seen) {
                assertNotNull(reference.getProperty(PORT), () -> "raw " + contract.getSimpleName() + " is seen");
            }
        }
    }

    @Test
    void theRawProvidersAreThereForTheSwitchboardAndTheirOwner(BundleContext system) throws Exception {
        assertTrue(seesRaw(bundle(system, "health.medley.switchboard"), TimeCounter.class), "the switchboard");
        assertTrue(seesRaw(bundle(system, "health.medley.coordination"), TimeCounter.class), "the owner");
        assertFalse(seesRaw(bundle(system, "health.medley.billing"), TimeCounter.class), "a consumer");
    }

    @Test
    void eachConsumerHasAPortOfItsOwn(BundleContext system) {
        BundleContext billing = bundle(system, "health.medley.billing").getBundleContext();
        BundleContext cli = bundle(system, "health.medley.cli").getBundleContext();
        Object one = billing.getService(billing.getServiceReference(RuleLibrary.class));
        Object other = cli.getService(cli.getServiceReference(RuleLibrary.class));
        assertTrue(one instanceof RuleLibrary && other instanceof RuleLibrary);
        assertTrue(one != other, "the port stamps the origin of the bundle that holds it");
    }

    @Test
    void thePlatformIsReadyWithoutTheLauncher(BundleContext system) throws Exception {
        Ports ports = service(system, Ports.class);
        Readiness readiness = ports.readiness(Caller.of("itests", "practice", Role.HOST, "wiring test"));
        assertTrue(readiness.ready(), () -> readiness.reasons().toString());
        for (Class<?> contract : SINGLE) {
            assertNotNull(service(system, contract), contract.getName());
        }
        assertNotNull(service(system, ChartSource.class));
    }

    private static List<String> unsatisfied(ComponentConfigurationDTO component) {
        List<String> names = new ArrayList<>();
        for (UnsatisfiedReferenceDTO reference : component.unsatisfiedReferences) {
            names.add(reference.name);
        }
        return names;
    }

    private static boolean contract(String[] types) {
        return Arrays.stream(types).anyMatch(type -> type.startsWith("health.medley.core."));
    }

    private static boolean seesRaw(Bundle bundle, Class<?> contract) throws Exception {
        ServiceReference<?>[] seen =
                bundle.getBundleContext().getAllServiceReferences(contract.getName(), "(!(" + PORT + "=*))");
        return seen != null && seen.length > 0;
    }

    private static Bundle bundle(BundleContext system, String name) {
        return Arrays.stream(system.getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not installed"));
    }

    private static <T> T service(BundleContext system, Class<T> type) throws InterruptedException {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(system, type, null);
        tracker.open();
        try {
            T found = tracker.waitForService(10_000);
            assertNotNull(found, type.getName());
            return found;
        } finally {
            tracker.close();
        }
    }
}
