package health.medley.core.careplan;

import health.medley.core.Caller;
import health.medley.core.Cardinality;
import health.medley.core.Contract;
import health.medley.core.MedleyException;
import health.medley.core.Permission;
import health.medley.core.Requires;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Propose the content of a care plan from a patient's chart. Any number of drafters may be there, each with its id:
 * Medley's own writes from condition templates ({@code templates}). Only a {@link CarePlanService} asks drafters.
 *
 * <p>A proposal binds no one: people complete it and a practitioner approves it. Every sentence, goal and intervention
 * names the facts of the chart it rests on, or the whole proposal is refused. Drafting changes nothing. Safe for
 * concurrent use.
 *
 * @since 1.0
 */
@Contract(Cardinality.CONTRIBUTION)
@ConsumerType
public interface CarePlanDrafter {

    /**
     * Propose a plan.
     *
     * @param caller who asks
     * @param question about whom, as of which day
     * @return the proposal; a condition of which the drafter knows nothing is a problem with an empty goal, never left
     *     out
     * @throws MedleyException any code of its own, if it cannot
     */
    @Requires(Permission.READ_CARE)
    PlanProposal propose(Caller caller, DraftQuestion question);
}
