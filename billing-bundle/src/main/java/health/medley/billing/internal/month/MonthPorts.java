package health.medley.billing.internal.month;

import health.medley.core.billing.BillingService;
import health.medley.core.careplan.CarePlanService;
import health.medley.core.chart.ChartRegister;
import health.medley.core.eligibility.EnrollmentService;
import health.medley.core.eligibility.ScreeningService;
import health.medley.core.practice.PracticeService;
import health.medley.core.rules.RuleLibrary;
import health.medley.core.store.RecordStore;
import health.medley.core.store.StoreKeeper;
import health.medley.core.time.TimeLedger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Holds the ports that a month goes through.
 *
 * @param store keeps determinations, claims, statements and the journal
 * @param keeper says whether billing is locked
 * @param practices says whose month it is
 * @param enrollments says who is enrolled
 * @param screening knows the clinicians' overrides
 * @param charts keeps the charts
 * @param ledger keeps the time
 * @param plans keeps the care plans
 * @param billing decides
 * @param library says which rules answer
 */
@Component(service = MonthPorts.class)
public record MonthPorts(
        RecordStore store,
        StoreKeeper keeper,
        PracticeService practices,
        EnrollmentService enrollments,
        ScreeningService screening,
        ChartRegister charts,
        TimeLedger ledger,
        CarePlanService plans,
        BillingService billing,
        RuleLibrary library) {

    /** A bundle sees its own services beside their ports; what it asks goes through the port all the same. */
    private static final String PORT = "(medley.port=*)";

    /** Take the ports. */
    @Activate
    public MonthPorts(
            @Reference RecordStore store,
            @Reference StoreKeeper keeper,
            @Reference(target = PORT) PracticeService practices,
            @Reference EnrollmentService enrollments,
            @Reference ScreeningService screening,
            @Reference ChartRegister charts,
            @Reference TimeLedger ledger,
            @Reference CarePlanService plans,
            @Reference(target = PORT) BillingService billing,
            @Reference RuleLibrary library) {
        this.store = store;
        this.keeper = keeper;
        this.practices = practices;
        this.enrollments = enrollments;
        this.screening = screening;
        this.charts = charts;
        this.ledger = ledger;
        this.plans = plans;
        this.billing = billing;
        this.library = library;
    }
}
