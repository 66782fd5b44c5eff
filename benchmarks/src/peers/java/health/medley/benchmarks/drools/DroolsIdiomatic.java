package health.medley.benchmarks.drools;

import health.medley.benchmarks.engine.Contestant;
import health.medley.benchmarks.engine.Entrant;
import health.medley.benchmarks.workload.Answer;
import health.medley.benchmarks.workload.CodeTables;
import health.medley.benchmarks.workload.PatientRow;
import health.medley.benchmarks.workload.TimeEntry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kie.api.KieBase;
import org.kie.api.runtime.StatelessKieSession;

/** Drools as its manual teaches it: every condition, code and entry is a fact, the rules add up the minutes. */
final class DroolsIdiomatic implements Contestant {

    private final KieBase of2024 = DroolsBase.of("idiomatic", 2024);
    private final KieBase of2025 = DroolsBase.of("idiomatic", 2025);
    private final Set<String> chronic = new HashSet<>(CodeTables.CHRONIC);
    private final Set<String> excluding2024 = new HashSet<>(CodeTables.excluding(2024));
    private final Set<String> excluding2025 = new HashSet<>(CodeTables.excluding(2025));

    @Override
    public Entrant entrant() {
        return Entrant.DROOLS;
    }

    @Override
    public long decideAll(PatientRow[] rows, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum = Answer.add(sum, i, decide(rows[i]));
        }
        return sum;
    }

    @Override
    public int decide(PatientRow row) {
        Facts.Decision decision = new Facts.Decision();
        boolean first = row.year() == 2024;
        StatelessKieSession session = (first ? of2024 : of2025).newStatelessKieSession();
        session.setGlobal("chronicCodes", chronic);
        session.setGlobal("excludingCodes", first ? excluding2024 : excluding2025);
        session.execute(facts(row, decision));
        return decision.answer();
    }

    private static List<Object> facts(PatientRow row, Facts.Decision decision) {
        List<Object> facts = new ArrayList<>(32);
        facts.add(decision);
        facts.add(row);
        for (String code : row.conditions()) {
            facts.add(new Facts.Condition(code));
        }
        for (String code : row.otherCodes()) {
            facts.add(new Facts.OtherCode(code));
        }
        for (TimeEntry entry : row.staff()) {
            facts.add(new Facts.StaffTime(entry.minutes(), entry.day(), entry.role()));
        }
        for (TimeEntry entry : row.practitioner()) {
            facts.add(new Facts.PractitionerTime(entry.minutes(), entry.day()));
        }
        return facts;
    }
}
