package health.medley.core.prescription;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.Permission;
import health.medley.core.Requires;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Find duplicates, interactions and allergies among medications. Any number of checkers may be there, each with its
 * id; all are asked. Only a {@link MedicationService} asks checkers.
 *
 * <p>A checker says plainly what its data does not know: silence about an unknown medication would read as safety.
 * Pure: same question, same data, same answer. Safe for concurrent use.
 *
 * @since 1.0
 */
@Contract(Cardinality.CONTRIBUTION)
@ConsumerType
public interface InteractionChecker {

    /**
     * Check medications against each other and against allergies.
     *
     * @param caller who asks
     * @param question which
     * @return what was found, and what the data does not know
     */
    @Requires(Permission.READ_CARE)
    InteractionReport check(Caller caller, InteractionQuestion question);
}
