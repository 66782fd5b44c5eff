package health.medley.billing.internal;

import health.medley.billing.internal.kernel.Proposal;
import health.medley.billing.internal.plan.PlanDecision;
import health.medley.core.Finding;
import health.medley.core.Money;
import health.medley.core.billing.CodeLine;
import health.medley.core.billing.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Put together what the services of a program answer to the facts of a month.
 *
 * @param services the answer of each service, in the order of the services
 */
record ProgramAnswer(List<ServiceAnswer> services) {
    /** Copy the answers. */
    ProgramAnswer {
        services = List.copyOf(services);
    }

    /** The services somebody asked for; all of them if nobody asked for any. */
    private List<ServiceAnswer> asked() {
        List<ServiceAnswer> asked = services;
        if (services.size() > 1) {
            asked = services.stream().filter(ServiceAnswer::asked).toList();
        }
        return asked.isEmpty() ? services : asked;
    }

    /** HOLD if a service holds, else BILL if one bills. */
    Status status() {
        Status status = Status.NO_BILL;
        for (ServiceAnswer answer : asked()) {
            if (answer.status() == Status.HOLD) {
                return Status.HOLD;
            }
            status = answer.status() == Status.BILL ? Status.BILL : status;
        }
        return status;
    }

    /** Whether somebody asked for a service. */
    boolean isAsked() {
        return services.stream().anyMatch(ServiceAnswer::asked);
    }

    /** The reason that comes first in the program's order, of the services asked for. */
    String reason() {
        int first = PlanDecision.NO_REASON;
        String reason = "OK";
        for (ServiceAnswer answer : asked()) {
            if (answer.place() < first) {
                first = answer.place();
                reason = answer.reason();
            }
        }
        return reason;
    }

    /** The program's own codes, base and add-ons of each service; units of a code of several services are added up. */
    List<CodeLine> codes() {
        if (services.size() == 1) {
            return lines(services.get(0));
        }
        Map<String, CodeLine> byCode = new LinkedHashMap<>();
        for (ServiceAnswer answer : services) {
            for (CodeLine line : lines(answer)) {
                byCode.merge(
                        line.code(),
                        line,
                        (one, other) -> new CodeLine(one.code(), one.modifier(), one.units() + other.units(), ""));
            }
        }
        return new ArrayList<>(byCode.values());
    }

    private static List<CodeLine> lines(ServiceAnswer answer) {
        List<CodeLine> lines = new ArrayList<>();
        for (Proposal.Line line : answer.billed()) {
            String modifier = answer.modifier(line.rule().code());
            lines.add(new CodeLine(line.rule().code(), modifier, line.units(), ""));
        }
        return lines;
    }

    Money amount(List<Finding> findings) {
        Money sum = Money.ZERO;
        for (ServiceAnswer answer : services) {
            sum = sum.plus(answer.amount(findings));
        }
        return sum;
    }

    LocalDate day() {
        return services.get(0).day();
    }

    /** What every service checked; of several services, those somebody asked for. */
    List<Finding> explanation() {
        if (services.size() == 1) {
            return services.get(0).explanation();
        }
        List<Finding> findings = new ArrayList<>();
        for (ServiceAnswer answer : services) {
            for (Finding finding : answer.explanation()) {
                if (!findings.contains(finding)) {
                    findings.add(finding);
                }
            }
        }
        return findings;
    }

    /** What the kernel says. */
    List<Finding> rulings() {
        List<Finding> findings = new ArrayList<>();
        services.forEach(answer -> findings.addAll(answer.ruling().findings()));
        return findings;
    }
}
