package health.medley.prescription.internal;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.chart.ChartRegister;
import health.medley.core.chart.PatientChart;
import health.medley.core.prescription.PharmacyGateway;
import health.medley.core.prescription.PharmacyOrder;
import health.medley.core.prescription.Prescription;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The gateways that are there, and what they are sent. */
final class Gateways {
    private final ChartRegister charts;
    private final Map<String, PharmacyGateway> byId = new ConcurrentHashMap<>();

    Gateways(ChartRegister charts) {
        this.charts = charts;
    }

    void add(String id, PharmacyGateway gateway) {
        byId.put(id, gateway);
    }

    void remove(PharmacyGateway gateway) {
        byId.values().remove(gateway);
    }

    String send(Caller caller, String id, Prescription prescription) {
        return gateway(id).send(caller, order(caller, prescription));
    }

    String cancel(Caller caller, String id, Prescription prescription, String reason) {
        return gateway(id).cancel(caller, order(caller, prescription), reason);
    }

    private PharmacyGateway gateway(String id) {
        PharmacyGateway gateway = byId.get(id);
        if (gateway == null) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Sending to the pharmacy through \"" + id + "\": there is no such gateway; expected one of "
                            + new TreeSet<>(byId.keySet()) + "; an administrator can configure more");
        }
        return gateway;
    }

    private PharmacyOrder order(Caller caller, Prescription prescription) {
        PatientChart chart = charts.chart(caller, prescription.patient());
        return new PharmacyOrder(
                prescription.id() + "-" + prescription.sending(), prescription, chart.patient(), chart.birthDate());
    }
}
