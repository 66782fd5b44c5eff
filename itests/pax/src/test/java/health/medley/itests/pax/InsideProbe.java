package health.medley.itests.pax;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.options;

import health.medley.core.Caller;
import health.medley.core.Role;
import health.medley.core.ports.Ports;
import health.medley.core.rules.RuleLibrary;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;

/** Runs as a bundle of its own inside the container, as a consumer would; {@link InsideIT} counts its tests. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class InsideProbe {
    @Inject
    private Ports ports;

    @Inject
    private RuleLibrary rules;

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] container() {
        return options(Shipped.bundles(), junitBundles());
    }

    @Test
    public void aConsumerIsGivenPorts() throws Exception {
        Caller caller = Caller.of("probe", "practice", Role.HOST, "wiring test");
        assertEquals("every shipped rule set", 33, rules.list(caller).size());
        assertNotNull(ports.readiness(caller));
    }

    @Test
    public void aConsumerCannotFindARawProvider() throws Exception {
        assertNull(context.getAllServiceReferences("health.medley.core.time.TimeCounter", "(!(medley.port=*))"));
        assertNotNull(context.getAllServiceReferences("health.medley.core.time.TimeCounter", "(medley.port=*)"));
    }
}
