package health.medley.cli.internal.month;

import health.medley.core.billing.BillingService;
import health.medley.core.chart.ChartSource;
import health.medley.core.eligibility.EligibilityService;
import health.medley.core.ports.Ports;
import health.medley.core.rules.RuleLibrary;
import health.medley.core.time.TimeLedger;

/**
 * Holds the ports that a practice's month goes through.
 *
 * @param ports leases the routing
 * @param charts reads the chart
 * @param eligibility screens who is not enrolled
 * @param ledger finds overlapping work
 * @param billing decides
 * @param library says which programs have rules
 */
public record MonthServices(
        Ports ports,
        ChartSource charts,
        EligibilityService eligibility,
        TimeLedger ledger,
        BillingService billing,
        RuleLibrary library) {}
