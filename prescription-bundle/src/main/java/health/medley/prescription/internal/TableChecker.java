package health.medley.prescription.internal;

import health.medley.core.Caller;
import health.medley.core.prescription.InteractionChecker;
import health.medley.core.prescription.InteractionQuestion;
import health.medley.core.prescription.InteractionReport;
import org.osgi.service.component.annotations.Component;

/**
 * Checks by a small table of well-known dangers that ships with this bundle. What the table does not know it names;
 * see {@code medley/prescription/interactions/PROVENANCE.md} for what it covers.
 */
@Component(service = InteractionChecker.class, property = "medley.id=table")
public final class TableChecker implements InteractionChecker {

    @Override
    public InteractionReport check(Caller caller, InteractionQuestion question) {
        return new TableCheck(Shipped.TABLE, question).report();
    }

    /** Read when the first list is checked: most commands check none. */
    private static final class Shipped {
        static final InteractionTable TABLE = InteractionTable.shipped();
    }
}
