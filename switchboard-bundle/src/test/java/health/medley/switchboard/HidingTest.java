package health.medley.switchboard;

import static health.medley.switchboard.platform.Asking.ledger;
import static health.medley.switchboard.platform.Platform.CALLER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import health.medley.core.time.TimeCounter;
import health.medley.switchboard.platform.Jar;
import health.medley.switchboard.platform.Platform;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;

class HidingTest {
    private final Platform platform = Platform.started();

    @AfterEach
    void close() {
        platform.close();
    }

    private Bundle ranked() {
        return platform.start(Jar.providing("vendor.ranked", "1.0.0", "ledger").header("Fixture-Ranking", "1000"));
    }

    private BundleContext consumer() {
        return platform.start(Jar.providing("consumer", "1.0.0", "command:look"))
                .getBundleContext();
    }

    private static List<Object> portsFound(BundleContext context) throws Exception {
        List<Object> found = new ArrayList<>();
        ServiceReference<?>[] all = context.getAllServiceReferences(TimeCounter.class.getName(), null);
        for (ServiceReference<?> reference : all == null ? new ServiceReference<?>[0] : all) {
            found.add(String.valueOf(reference.getProperty("medley.port")));
        }
        return found;
    }

    @Test
    void aConsumerFindsThePortWhateverRankingAProviderHas() throws Exception {
        ranked();
        BundleContext consumer = consumer();
        assertEquals(List.of("main"), portsFound(consumer));
        ServiceReference<TimeCounter> found = consumer.getServiceReference(TimeCounter.class);
        assertEquals("main", found.getProperty("medley.port"));
        assertEquals("1.0.0", ledger(consumer.getService(found), CALLER));
    }

    /** A framework shows its own context everything, whatever a hook says: the host asks by the mark of ports. */
    @Test
    void theHostFindsThePortByItsMark() throws Exception {
        ranked();
        assertEquals(2, portsFound(platform.host()).size());
        assertEquals("1.0.0", ledger(platform.port(TimeCounter.class), CALLER));
        assertEquals(
                1,
                platform.host()
                        .getServiceReferences(TimeCounter.class, "(medley.port=*)")
                        .size());
    }

    @Test
    void theOwnerStillSeesItsOwnService() throws Exception {
        Bundle owner = ranked();
        assertEquals(2, portsFound(owner.getBundleContext()).size());
    }

    @Test
    void nobodyElseIsToldThatARawProviderComesOrGoes() throws Exception {
        List<ServiceEvent> told = new ArrayList<>();
        consumer().addServiceListener(told::add, "(objectClass=" + TimeCounter.class.getName() + ")");
        ranked().stop();
        assertEquals(List.of(), told);
    }

    @Test
    void aProviderThatCallsItselfAPortIsHiddenToo() throws Exception {
        Bundle liar = ranked();
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("medley.port", "main");
        BundleContext consumer = consumer();
        TimeCounter forged = platform.port(TimeCounter.class);
        liar.getBundleContext().registerService(TimeCounter.class, forged, properties);
        assertEquals(List.of("main"), portsFound(consumer));
        assertEquals(
                "health.medley.switchboard",
                consumer.getServiceReference(TimeCounter.class).getBundle().getSymbolicName());
    }

    /** The guard seen to fail: with the hooks off, the very look-up above finds the raw provider first. */
    @Test
    void withTheHooksOffTheRankedProviderIsFoundRaw() throws Exception {
        ranked();
        BundleContext consumer = consumer();
        for (Bundle bundle : platform.host().getBundles()) {
            if (bundle.getSymbolicName().equals("health.medley.switchboard")) {
                bundle.stop();
            }
        }
        ServiceReference<TimeCounter> found = consumer.getServiceReference(TimeCounter.class);
        assertNotNull(found);
        assertNull(found.getProperty("medley.port"));
    }
}
