package health.medley.benchmarks.port;

import health.medley.benchmarks.measure.Figures;
import health.medley.benchmarks.measure.Fork;
import health.medley.benchmarks.measure.Options;
import health.medley.benchmarks.measure.Spread;
import health.medley.benchmarks.measure.Window;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The run {@code port}: the same provider called directly and through its port in a running container, in turns, by one
 * thread and by two. Several processes, because where objects come to lie in memory differs from one to the next.
 */
public final class PortRun {

    private static final int PROCESSES = 3;

    private final List<Map<PortKind, List<Window>>> byThreads =
            List.of(new EnumMap<>(PortKind.class), new EnumMap<>(PortKind.class));

    private PortRun() {}

    /** Run with: {@code --bundles DIR [--quick]}. */
    public static void main(String[] arguments) {
        Options options = new Options(List.of(arguments));
        PortRun run = new PortRun();
        List<String> fork = List.of(
                options.path("--bundles").toString(),
                Integer.toString(options.pick(9, 5)),
                Integer.toString(options.pick(4_000_000, 1_000_000)));
        for (int i = 1; i <= PROCESSES; i++) {
            System.out.println("port: process " + i + " of " + PROCESSES);
            Fork.run(PortFork.class, List.of(), fork, run::take);
        }
        run.show();
        Figures figures = new Figures();
        figures.add("port.ns_over_direct", run.worst(Window::nanosEach), "CPU-ns/call");
        figures.add("port.bytes_per_call", run.worst(Window::bytesEach), "bytes");
        figures.print(System.out);
    }

    private void take(String line) {
        String[] fields = line.split("\t");
        if (fields.length == 5) {
            byThreads
                    .get(Integer.parseInt(fields[1]) - 1)
                    .computeIfAbsent(PortKind.valueOf(fields[0]), kind -> new ArrayList<>())
                    .add(new Window(Long.parseLong(fields[2]), Long.parseLong(fields[3]), Long.parseLong(fields[4])));
        }
    }

    /** The largest of four: one thread and two, with a lease and without. */
    private double worst(ToDoubleFunction<Window> figure) {
        double worst = 0;
        for (Map<PortKind, List<Window>> kinds : byThreads) {
            for (PortKind kind : List.of(PortKind.LEASED, PortKind.UNPINNED)) {
                worst = Math.max(worst, over(kinds.get(kind), kinds.get(PortKind.DIRECT), figure));
            }
        }
        return worst;
    }

    private static double over(List<Window> port, List<Window> direct, ToDoubleFunction<Window> figure) {
        List<Double> over = new ArrayList<>();
        for (int i = 0; i < port.size(); i++) {
            over.add(figure.applyAsDouble(port.get(i)) - figure.applyAsDouble(direct.get(i)));
        }
        return Spread.of(over).median();
    }

    private void show() {
        for (int threads = 1; threads <= byThreads.size(); threads++) {
            String of = "port: " + threads + (threads == 1 ? " thread " : " threads");
            byThreads.get(threads - 1).forEach((kind, windows) -> {
                Spread nanos = Spread.of(windows.stream().map(Window::nanosEach).toList());
                Spread bytes = Spread.of(windows.stream().map(Window::bytesEach).toList());
                System.out.printf(
                        Locale.ROOT,
                        "%s  %-31s %6.1f ns (%.1f to %.1f) %6.1f bytes%n",
                        of,
                        kind.label(),
                        nanos.median(),
                        nanos.least(),
                        nanos.most(),
                        bytes.median());
            });
        }
    }
}
