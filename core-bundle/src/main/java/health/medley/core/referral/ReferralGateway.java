package health.medley.core.referral;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.MedleyException;
import health.medley.core.Permission;
import health.medley.core.Requires;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Carry referrals to those who receive them. Only a {@link ReferralService} uses gateways; each has the service property
 * {@code medley.id}, its name.
 *
 * <p>Safe for concurrent use. A gateway bounds its own waiting: it answers or fails within a minute.
 *
 * @since 1.0
 */
@Contract(Cardinality.CONTRIBUTION)
@ConsumerType
public interface ReferralGateway {

    /**
     * Send a referral. The same document, by its id, may come again after a failure whose outcome is unknown; the
     * receiver then has it once. Nothing of its content is logged.
     *
     * @param caller who sends
     * @param document what
     * @return what the gateway calls it
     * @throws MedleyException {@code GATEWAY_FAILED} if it was not taken, or it is not known whether it was;
     *     {@code ARGUMENT_INVALID} if the recipient's address is none of the gateway's
     */
    @Requires(Permission.WRITE_CARE)
    ReferralReceipt send(Caller caller, ReferralDocument document);

    /**
     * Ask how a referral fares. Changes nothing on either side.
     *
     * @param caller who asks
     * @param reference what the gateway called it
     * @return what the receiver's side knows; empty if this gateway only carries one way
     * @throws MedleyException {@code GATEWAY_FAILED} if it cannot be known now
     */
    @Requires(Permission.READ_CARE)
    Optional<ReferralNews> news(Caller caller, String reference);
}
