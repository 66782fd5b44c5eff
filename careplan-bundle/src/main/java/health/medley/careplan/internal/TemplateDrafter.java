package health.medley.careplan.internal;

import health.medley.core.Caller;
import health.medley.core.careplan.CarePlanDrafter;
import health.medley.core.careplan.DraftQuestion;
import health.medley.core.careplan.PlanProposal;
import org.osgi.service.component.annotations.Component;

/**
 * Drafts plans from condition templates. It says of a patient only what the chart says, and of a condition only what
 * its template says; what neither says is left for people to fill.
 */
@Component(service = CarePlanDrafter.class, property = "medley.id=templates")
public final class TemplateDrafter implements CarePlanDrafter {

    @Override
    public PlanProposal propose(Caller caller, DraftQuestion question) {
        return new TemplateDraft(Shipped.LIBRARY, question).write();
    }

    /** Read when the first plan is drafted: most commands draft none. */
    private static final class Shipped {
        static final TemplateLibrary LIBRARY = TemplateLibrary.shipped();
    }
}
