package health.medley.billing.internal;

import health.medley.core.Finding;
import health.medley.core.Money;
import health.medley.core.billing.CodeLine;
import health.medley.core.billing.Determination;
import health.medley.core.billing.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Change a case's answer where more than its own program has a say. */
final class CaseAnswers {
    private CaseAnswers() {}

    /** The answer of a program that bills nothing, beside codes that stand: the claim goes. */
    static Determination standing(Determination own, LocalDate day) {
        return with(own, Status.BILL, own.codes(), own.amount(), own.reason(), Optional.of(day), own.findings());
    }

    /** The same answer for another reason. */
    static Determination withReason(Determination own, String reason, List<Finding> findings) {
        return with(own, own.status(), own.codes(), own.amount(), reason, own.dateOfService(), findings);
    }

    /** What the declared program says, with the codes of the program it falls back to. */
    static Determination fallenBack(Determination declared, Determination other, List<Finding> findings) {
        return with(
                declared,
                other.status(),
                other.codes(),
                other.amount(),
                declared.reason(),
                other.dateOfService(),
                findings);
    }

    private static Determination with(
            Determination own,
            Status status,
            List<CodeLine> codes,
            Money amount,
            String reason,
            Optional<LocalDate> day,
            List<Finding> findings) {
        return new Determination(
                own.patient(),
                own.month(),
                own.program(),
                status,
                codes,
                amount,
                reason,
                own.staff(),
                own.practitioner(),
                day,
                own.rules(),
                own.facts(),
                own.factsHash(),
                findings);
    }
}
