package health.medley.benchmarks.engine;

import health.medley.benchmarks.measure.Turns;
import health.medley.benchmarks.measure.Window;
import health.medley.benchmarks.workload.Mix;
import health.medley.benchmarks.workload.PatientRow;
import health.medley.benchmarks.workload.Workload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * One process of the run {@code engine}: makes the rows of a mix, checks that all give the same answers, lets them decide
 * in turns and prints a line for each turn. Each mix has processes of its own, so that neither warms up the other's code.
 */
public final class EngineFork {

    /** First word of a line that holds a turn. */
    static final String TURN = "turn";

    private EngineFork() {}

    /** Run with: mix, field, rows, warm-up rounds, rounds, CPU milliseconds of a turn. */
    public static void main(String[] arguments) {
        Mix mix = Mix.valueOf(arguments[0]);
        PatientRow[] rows = Workload.of(mix, Integer.parseInt(arguments[2]));
        HandWritten handWritten = new HandWritten();
        long checksum = Agreement.checksum(handWritten, mix, rows);
        List<Contestant> contestants = contestants(Field.valueOf(arguments[1]), handWritten);
        for (Contestant contestant : contestants) {
            contestant.prepare(rows);
            Agreement.check(handWritten, contestant, rowsOf(contestant, rows));
        }
        System.out.println("note\t" + rows.length + " rows, all agree with hand-written Java, checksum " + checksum);
        Map<String, List<Window>> windows = Turns.run(
                turns(contestants, handWritten, rows),
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]),
                Long.parseLong(arguments[5]));
        contestants.forEach(c -> windows.get(c.entrant().label()).forEach(w -> print(c.entrant(), w)));
    }

    private static PatientRow[] rowsOf(Contestant contestant, PatientRow[] rows) {
        return Arrays.copyOf(rows, contestant.rows(rows.length));
    }

    private static List<Turn> turns(List<Contestant> contestants, HandWritten handWritten, PatientRow[] all) {
        List<Turn> turns = new ArrayList<>();
        for (Contestant contestant : contestants) {
            PatientRow[] rows = rowsOf(contestant, all);
            turns.add(new Turn(contestant, rows, handWritten.decideAll(rows, 0, rows.length)));
        }
        return turns;
    }

    private static void print(Entrant entrant, Window window) {
        System.out.println(
                TURN + "\t" + entrant + "\t" + window.done() + "\t" + window.cpuNanos() + "\t" + window.bytes());
    }

    /** A process has one kind of view of the facts, as a host has; what compiles well for one is not spoilt by others. */
    private static List<Contestant> contestants(Field field, HandWritten handWritten) {
        List<Contestant> contestants = new ArrayList<>();
        switch (field) {
            case ROWS -> contestants.addAll(List.of(handWritten, new MedleyOnRows()));
            case COUNTED -> contestants.add(new MedleyOnCounted());
            default -> contestants.addAll(List.of(new MedleyTraced(), new MedleyRendered()));
        }
        ServiceLoader.load(Contestants.class).forEach(more -> contestants.addAll(more.build(field)));
        return contestants;
    }
}
