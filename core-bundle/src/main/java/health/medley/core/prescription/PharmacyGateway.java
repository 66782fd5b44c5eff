package health.medley.core.prescription;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.MedleyException;
import health.medley.core.Permission;
import health.medley.core.Requires;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Take prescriptions to a pharmacy. Any number of gateways may be there, each with its id: Medley's own writes files
 * ({@code file-drop}). Only a {@link PrescriptionService} asks gateways.
 *
 * <p>The same order may come twice, after a crash between sending and recording: a gateway hands on the same {@link
 * PharmacyOrder#number} once, or so that the pharmacy sees it is the same. Safe for concurrent use.
 *
 * @since 1.0
 */
@Contract(Cardinality.CONTRIBUTION)
@ConsumerType
public interface PharmacyGateway {

    /**
     * Send an order.
     *
     * @param caller who sends
     * @param order what
     * @return what the gateway calls it, to be kept with the prescription; no patient data
     * @throws MedleyException {@code GATEWAY_FAILED} if it was not taken
     */
    @Requires(Permission.WRITE_CARE)
    String send(Caller caller, PharmacyOrder order);

    /**
     * Tell the pharmacy that an order sent before is cancelled.
     *
     * @param caller who cancels
     * @param order what
     * @param reason why
     * @return what the gateway calls it
     * @throws MedleyException {@code GATEWAY_FAILED} if it was not taken
     */
    @Requires(Permission.WRITE_CARE)
    String cancel(Caller caller, PharmacyOrder order, String reason);
}
