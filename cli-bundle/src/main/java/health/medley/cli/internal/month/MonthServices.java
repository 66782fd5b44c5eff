package health.medley.cli.internal.month;

import health.medley.cli.internal.practice.KnownPrograms;
import health.medley.core.Caller;
import health.medley.core.Contract;
import health.medley.core.billing.BillingService;
import health.medley.core.chart.ChartSource;
import health.medley.core.eligibility.EligibilityService;
import health.medley.core.ports.Ports;
import health.medley.core.rules.RuleLibrary;
import health.medley.core.rules.RuleSummary;
import health.medley.core.time.TimeCounter;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Holds the ports that a practice's month goes through, for every command that reads a practice.
 *
 * @param ports leases the routing
 * @param charts reads the chart
 * @param eligibility screens who is not enrolled
 * @param ledger finds overlapping work
 * @param billing decides
 * @param library says which programs have rules
 */
@Component(service = MonthServices.class)
public record MonthServices(
        Ports ports,
        ChartSource charts,
        EligibilityService eligibility,
        TimeCounter ledger,
        BillingService billing,
        RuleLibrary library) {

    /** Take the ports. */
    @Activate
    public MonthServices(
            @Reference Ports ports,
            @Reference(target = "(" + Contract.ID + "=fhir-files)") ChartSource charts,
            @Reference EligibilityService eligibility,
            @Reference TimeCounter ledger,
            @Reference BillingService billing,
            @Reference RuleLibrary library) {
        this.ports = ports;
        this.charts = charts;
        this.eligibility = eligibility;
        this.ledger = ledger;
        this.billing = billing;
        this.library = library;
    }

    /** The programs that the tables of a practice may name. */
    KnownPrograms known(Caller caller) {
        return KnownPrograms.with(
                library.list(caller).stream().map(RuleSummary::program).collect(Collectors.toSet()));
    }
}
