package health.medley.core.eligibility;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.Finding;
import health.medley.core.Permission;
import health.medley.core.Requires;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Add one criterion to eligibility. Only an {@link EligibilityService} asks criteria; nobody else looks them up.
 *
 * <p>Pure: same question, same answer. Safe for concurrent use. Asked once for each patient, so it should answer in
 * well under a millisecond.
 *
 * @since 1.0
 */
@Contract(Cardinality.CONTRIBUTION)
@ConsumerType
public interface EligibilityCriterion {

    /**
     * Check the criterion.
     *
     * @param caller who asks
     * @param question about whom
     * @return what was found; {@code FAILED} makes the patient not eligible, {@code HOLD} and {@code WARNING} do not
     */
    @Requires(Permission.READ_CARE)
    Finding check(Caller caller, EligibilityQuestion question);
}
