package health.medley.billing.internal;

import health.medley.core.ServiceMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Find the rules that judge a case. */
interface CaseRules {
    /** The same rules, with values set for parameters of the declared program. */
    CaseRules with(Map<String, String> parameters);

    /** The rules of the program a case declares. */
    Optional<ProgramEvaluation> declared(String program, ServiceMonth month);

    /** The rules of another program that has a say. */
    Optional<ProgramEvaluation> other(String program, ServiceMonth month);

    /** The rules of programs that judge one of the codes, in the order of the programs; {@code not} is left out. */
    List<ProgramEvaluation> judging(Set<String> codes, ServiceMonth month, String not);
}
