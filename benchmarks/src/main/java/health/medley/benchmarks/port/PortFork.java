package health.medley.benchmarks.port;

import health.medley.benchmarks.measure.Window;
import health.medley.core.Caller;
import health.medley.core.Finding;
import health.medley.core.Outcome;
import health.medley.core.Role;
import health.medley.core.ServiceMonth;
import health.medley.core.chart.PatientChart;
import health.medley.core.eligibility.EligibilityCriterion;
import health.medley.core.eligibility.EligibilityQuestion;
import health.medley.core.ports.Lease;
import health.medley.core.ports.Ports;
import health.medley.launcher.Medley;
import health.medley.launcher.MedleyConfig;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One process of the run {@code port}: a running container, the probe called in every way in turns. */
public final class PortFork {

    private static final EligibilityQuestion QUESTION = new EligibilityQuestion(
            "ccm",
            ServiceMonth.parse("2025-03"),
            new PatientChart("nobody", Optional.empty(), Optional.empty(), List.of(), List.of(), List.of()),
            Optional.empty(),
            Map.of());

    private PortFork() {}

    /** Run with: folder of bundles, rounds, calls in a turn of one thread. */
    public static void main(String[] arguments) throws InterruptedException {
        Probe probe = new Probe(Finding.of("PROBE", Outcome.MET, "The probe answered."));
        MedleyConfig config = new MedleyConfig()
                .bundlesIn(Path.of(arguments[0]))
                .contribute(EligibilityCriterion.class, "probe", "1.0.0", probe)
                .contribute(EligibilityCriterion.class, "other-probe", "1.0.0", new OtherProbe());
        try (Medley medley = Medley.start(config)) {
            measure(medley, probe, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        }
    }

    private static void measure(Medley medley, Probe probe, int rounds, int calls) throws InterruptedException {
        EligibilityCriterion port = medley.port(EligibilityCriterion.class, "probe");
        EligibilityCriterion other = medley.port(EligibilityCriterion.class, "other-probe");
        Caller caller = Caller.of("benchmarks", "none", Role.HOST, "measuring a port");
        Caller another = Caller.of("benchmarks", "none", Role.HOST, "measuring a port for somebody else");
        try (Lease lease = medley.port(Ports.class).open(caller);
                Lease anotherLease = medley.port(Ports.class).open(another)) {
            Map<PortKind, CallLoop> loops = new EnumMap<>(PortKind.class);
            loops.put(PortKind.DIRECT, loop(probe, caller, caller));
            loops.put(PortKind.LEASED, loop(port, lease.caller(), lease.caller()));
            loops.put(PortKind.UNPINNED, loop(port, caller, caller));
            loops.put(PortKind.CHANGING, loop(port, lease.caller(), anotherLease.caller()));
            warmUp(loops, List.of(loop(other, caller, caller), loop(new OtherProbe(), caller, caller)), calls / 10);
            for (int round = 0; round < rounds; round++) {
                turns(loops, calls);
            }
        }
    }

    private static CallLoop loop(EligibilityCriterion criterion, Caller even, Caller odd) {
        return new CallLoop(criterion, even, odd, QUESTION);
    }

    private static void warmUp(Map<PortKind, CallLoop> loops, List<CallLoop> others, int calls)
            throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            for (CallLoop loop : loops.values()) {
                loop.run(2, calls);
            }
            for (CallLoop loop : others) {
                loop.run(2, calls);
            }
        }
    }

    private static void turns(Map<PortKind, CallLoop> loops, int calls) throws InterruptedException {
        for (int threads = 1; threads <= 2; threads++) {
            for (Map.Entry<PortKind, CallLoop> loop : loops.entrySet()) {
                Window window = loop.getValue().run(threads, calls);
                System.out.println(loop.getKey() + "\t" + threads + "\t" + window.done() + "\t" + window.cpuNanos()
                        + "\t" + window.bytes());
            }
        }
        // a port counts by the number of the calling thread: one number more, and the next round counts elsewhere
        Thread shift = new Thread(() -> {});
        shift.start();
        shift.join();
    }
}
