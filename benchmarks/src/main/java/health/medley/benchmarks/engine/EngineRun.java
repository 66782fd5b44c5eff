package health.medley.benchmarks.engine;

import health.medley.benchmarks.measure.Figures;
import health.medley.benchmarks.measure.Fork;
import health.medley.benchmarks.measure.Spread;
import health.medley.benchmarks.measure.Window;
import health.medley.benchmarks.workload.Mix;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The run {@code engine}: Medley's rule plan beside hand-written Java and Drools, on both mixes. */
public final class EngineRun {

    private static final List<String> JVM =
            List.of("-Xms2g", "-Xmx2g", "-XX:+UseParallelGC", "-XX:ParallelGCThreads=1");

    private final boolean quick;
    private final Figures figures = new Figures();

    private EngineRun(boolean quick) {
        this.quick = quick;
    }

    /** Run; {@code --quick} for fewer rows, rounds and processes. */
    public static void main(String[] arguments) {
        EngineRun run = new EngineRun(List.of(arguments).contains("--quick"));
        for (Mix mix : Mix.values()) {
            run.measure(mix);
        }
        run.figures.print(System.out);
    }

    private void measure(Mix mix) {
        Map<Entrant, List<Window>> turns = new EnumMap<>(Entrant.class);
        int processes = quick ? 1 : 3;
        for (int process = 1; process <= processes; process++) {
            for (Field field : Field.values()) {
                System.out.printf(
                        "engine: %s mix, %s, process %d of %d%n",
                        mix.name().toLowerCase(Locale.ROOT), field.label(), process, processes);
                Fork.run(EngineFork.class, JVM, arguments(mix, field), line -> take(line, turns));
            }
        }
        table(turns);
        figures(mix.suffix(), turns);
    }

    /** Mix, field, rows, rounds to warm up, rounds, CPU milliseconds of a turn. */
    private List<String> arguments(Mix mix, Field field) {
        List<String> numbers = quick ? List.of("200000", "8", "5", "250") : List.of("1000000", "6", "7", "400");
        List<String> arguments = new ArrayList<>(List.of(mix.name(), field.name()));
        arguments.addAll(numbers);
        return arguments;
    }

    private static void take(String line, Map<Entrant, List<Window>> turns) {
        String[] fields = line.split("\t");
        if (fields[0].equals(EngineFork.TURN)) {
            Window window = new Window(Long.parseLong(fields[2]), Long.parseLong(fields[3]), Long.parseLong(fields[4]));
            turns.computeIfAbsent(Entrant.valueOf(fields[1]), entrant -> new ArrayList<>())
                    .add(window);
        } else {
            System.out.println("  " + fields[fields.length - 1]);
        }
    }

    private static void table(Map<Entrant, List<Window>> turns) {
        System.out.printf(
                "  %-28s %14s %14s %14s %12s%n", "decisions a CPU-second", "least", "median", "most", "bytes each");
        turns.forEach((entrant, windows) -> {
            Spread rate = Spread.of(windows.stream().map(Window::perSecond).toList());
            double bytes =
                    Spread.of(windows.stream().map(Window::bytesEach).toList()).median();
            System.out.printf(
                    Locale.ROOT,
                    "  %-28s %,14.0f %,14.0f %,14.0f %,12.1f%n",
                    entrant.label(),
                    rate.least(),
                    rate.median(),
                    rate.most(),
                    bytes);
        });
    }

    private void figures(String suffix, Map<Entrant, List<Window>> turns) {
        ratio("engine.vs_handwritten" + suffix, turns, Entrant.MEDLEY, Entrant.HAND_WRITTEN);
        ratio("engine.vs_drools" + suffix, turns, Entrant.MEDLEY, Entrant.DROOLS);
        ratio("engine.vs_drools_aggregated" + suffix, turns, Entrant.MEDLEY_COUNTED, Entrant.DROOLS_COUNTED);
        median("engine.bytes_per_decision" + suffix, turns, Entrant.MEDLEY, Window::bytesEach, "bytes");
        median("engine.trace_per_second" + suffix, turns, Entrant.MEDLEY_TRACED, Window::perSecond, "decisions/CPU-s");
        median("engine.trace_bytes" + suffix, turns, Entrant.MEDLEY_TRACED, Window::bytesEach, "bytes");
        median(
                "engine.rendered_per_second" + suffix,
                turns,
                Entrant.MEDLEY_RENDERED,
                Window::perSecond,
                "decisions/CPU-s");
    }

    private void ratio(String name, Map<Entrant, List<Window>> turns, Entrant ours, Entrant peer) {
        if (turns.containsKey(ours) && turns.containsKey(peer)) {
            figures.add(
                    name,
                    Spread.ofRatios(rates(turns.get(ours)), rates(turns.get(peer)))
                            .median(),
                    "ratio");
        }
    }

    private void median(
            String name, Map<Entrant, List<Window>> turns, Entrant ours, ToDoubleFunction<Window> figure, String unit) {
        if (turns.containsKey(ours)) {
            List<Double> values =
                    turns.get(ours).stream().map(figure::applyAsDouble).toList();
            figures.add(name, Spread.of(values).median(), unit);
        }
    }

    private static double[] rates(List<Window> windows) {
        return windows.stream().mapToDouble(Window::perSecond).toArray();
    }
}
