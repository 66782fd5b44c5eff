package health.medley.cli.internal.explain;

import health.medley.core.Finding;
import health.medley.core.Outcome;
import java.util.List;

/** Under which heading a finding is told. */
enum FindingKind {
    /** An interval of time that counts. */
    COUNTED,
    /** A part of an interval that does not count. */
    UNCOUNTED,
    /** A set of codes that was lawful and not taken. */
    ALTERNATIVE,
    /** What the time gives of a code. */
    CODE,
    /** A requirement that is not met, or that a person must look at. */
    AGAINST,
    /** A requirement that is met. */
    MET,
    /** Something to know. */
    REMARK;

    static FindingKind of(Finding finding) {
        String code = finding.code();
        if (code.equals("TIME_COUNTED")) {
            return COUNTED;
        }
        if (code.startsWith("TIME_UNCOUNTED_")) {
            return UNCOUNTED;
        }
        if (code.equals("ALTERNATIVE")) {
            return ALTERNATIVE;
        }
        if (finding.outcome() == Outcome.FAILED || finding.outcome() == Outcome.HOLD) {
            return AGAINST;
        }
        if (finding.clause()
                .filter(clause -> clause.file().startsWith("codes/"))
                .isPresent()) {
            return CODE;
        }
        return finding.outcome() == Outcome.MET ? MET : REMARK;
    }

    /** The findings of this kind, in their order. */
    List<Finding> in(List<Finding> findings) {
        return findings.stream().filter(finding -> of(finding) == this).toList();
    }
}
