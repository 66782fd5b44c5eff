package health.medley.billing.internal.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.billing.internal.FakePorts;
import health.medley.billing.internal.FixedLibrary;
import health.medley.billing.internal.RuleBillingService;
import health.medley.billing.internal.check.LawfulChecker.Facts;
import health.medley.billing.internal.check.LawfulChecker.Line;
import health.medley.billing.internal.check.LawfulChecker.Time;
import health.medley.core.billing.CodeLine;
import health.medley.core.billing.Determination;
import health.medley.core.billing.PatientMonth;
import health.medley.core.billing.Status;
import health.medley.core.eligibility.Disease;
import health.medley.core.eligibility.EligibilityDecision;
import health.medley.core.eligibility.VisitStanding;
import health.medley.core.practice.Enrollment;
import health.medley.core.practice.OtherCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** No random month's answer breaks a law of the domain. {@code -Dmedley.months=1000000} tries more than the build does. */
class LawfulMonthsTest {
    private static final int PROGRESS = 50_000;
    private static final long SEED = 20_261_123;

    private final Map<String, Integer> outcomes = new TreeMap<>();

    @Test
    void noMonthIsAnsweredUnlawfully() throws Exception {
        int months = Integer.getInteger("medley.months", 100_000);
        int workers = Runtime.getRuntime().availableProcessors();
        ExecutorService cores = Executors.newFixedThreadPool(workers);
        long start = System.nanoTime();
        List<Future<List<String>>> running = new ArrayList<>();
        for (int worker = 0; worker < workers; worker++) {
            int first = worker;
            running.add(cores.submit(() -> months(first, workers, months)));
        }
        List<String> said = new ArrayList<>();
        for (Future<List<String>> chunk : running) {
            said.addAll(chunk.get());
        }
        cores.shutdown();
        System.out.printf(
                "%d months, %d violations, %.1f s, %s%n",
                months, said.size(), (System.nanoTime() - start) / 1e9, outcomes);
        assertEquals(List.of(), said.subList(0, Math.min(20, said.size())), said.size() + " violations");
        assertTrue(outcomes.getOrDefault("2 billed", 0) > months / 100, "too few months with several programs billed");
    }

    /** Every month has a seed of its own, so that one can be looked at again alone. */
    private List<String> months(int first, int step, int count) {
        int[] diseases = new int[1];
        RuleBillingService billing = new RuleBillingService(
                FakePorts.eligible(question -> eligible(diseases[0])),
                FakePorts.ledger(PlainLedger::count),
                FixedLibrary.shipped());
        List<String> said = new ArrayList<>();
        for (int i = first; i < count; i += step) {
            Random random = new Random(SEED + i);
            PatientMonth month = new RandomMonths(random).next();
            diseases[0] = random.nextInt(100) < 90 ? 2 + random.nextInt(3) : random.nextInt(2);
            List<Determination> answers = billing.determine(FakePorts.CALLER, month);
            record(answers);
            List<String> found = violations(month, answers);
            if (!found.isEmpty()) {
                said.add(i + ": " + found + " in " + shown(month, answers));
            }
            if (i % PROGRESS == 0 && i > 0) {
                System.out.println(i + " months, " + said);
            }
        }
        return said;
    }

    private static EligibilityDecision eligible(int diseases) {
        List<Disease> found = new ArrayList<>();
        for (int i = 0; i < diseases; i++) {
            found.add(new Disease("disease " + i, "disease " + i, List.of(), Optional.empty()));
        }
        return new EligibilityDecision(true, found, VisitStanding.STATED, List.of(), List.of());
    }

    private synchronized void record(List<Determination> answers) {
        long billed =
                answers.stream().filter(answer -> !answer.codes().isEmpty()).count();
        outcomes.merge(billed + " billed", 1, Integer::sum);
    }

    private static List<String> violations(PatientMonth month, List<Determination> answers) {
        List<Line> lines = new ArrayList<>();
        List<Time> time = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Enrollment enrollment = month.enrollments().get(i);
            Determination answer = answers.get(i);
            List<Line> own = lines(enrollment, answer);
            lines.addAll(own);
            Facts facts = new Facts(
                    month.month().value(),
                    month.practice().setting().name(),
                    enrollment.program().equals("tcm")
                            ? Optional.of(LocalDate.MIN)
                            : enrollment.consent().date(),
                    enrollment.program().equals("tcm")
                            ? Optional.empty()
                            : enrollment.consent().revoked(),
                    month.chart().deathDate(),
                    PlainLedger.time(month, enrollment));
            time.addAll(facts.time());
            List<String> alone = LawfulChecker.consent(facts, own);
            if (!alone.isEmpty()) {
                return alone;
            }
        }
        LocalDate last = month.month().lastDay();
        for (OtherCode other : month.statement().otherCodes()) {
            String whose = other.practitioner().equals("P1") ? RandomMonths.NPI : other.practitioner();
            if (LawfulChecker.mayBe(other.code(), last)) {
                lines.add(new Line(other.code(), 1, "", whose, last, false, false));
            }
        }
        Facts facts = new Facts(
                month.month().value(),
                month.practice().setting().name(),
                Optional.of(LocalDate.MIN),
                Optional.empty(),
                month.chart().deathDate(),
                time);
        return LawfulChecker.violations(facts, lines);
    }

    private static List<Line> lines(Enrollment enrollment, Determination answer) {
        List<Line> lines = new ArrayList<>();
        for (CodeLine line : answer.codes()) {
            lines.add(new Line(
                    line.code(),
                    line.units(),
                    modifier(answer, line),
                    enrollment.practitionerNpi(),
                    answer.dateOfService().orElseThrow(),
                    answer.status() == Status.HOLD,
                    true));
        }
        return lines;
    }

    /** A modifier may stand on the line, or be asked for in a finding. */
    private static String modifier(Determination answer, CodeLine line) {
        boolean asked =
                answer.findings().stream().anyMatch(finding -> finding.code().startsWith("MODIFIER_"));
        return line.modifier().isEmpty() && asked ? "?" : line.modifier();
    }

    private static String shown(PatientMonth month, List<Determination> answers) {
        StringBuilder text =
                new StringBuilder(month.month() + " " + month.practice().setting());
        for (Determination answer : answers) {
            text.append(", ")
                    .append(answer.program())
                    .append(' ')
                    .append(answer.status())
                    .append(' ')
                    .append(answer.codes())
                    .append(' ')
                    .append(answer.reason());
        }
        return text.append(", others ").append(month.statement().otherCodes()).toString();
    }
}
