package health.medley.chartfhir.internal;

import health.medley.core.InputProblem;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** Reports resources whose patient is not in the chart, in the order of reading, at most a thousand one by one. */
final class Orphans {

    private static final String REMEDY =
            "Put the Patient resource into the folder, or mend the reference: Patient/ID, urn:uuid:ID of a Bundle's"
                    + " entry, or Patient?identifier=SYSTEM|VALUE of one patient.";

    private Orphans() {}

    static void report(List<PatientFacts> orphans, List<ChartFile> files, Consumer<InputProblem> out) {
        long[] places = orphans.stream()
                .flatMapToLong(facts -> LongStream.of(facts.unclaimed()))
                .toArray();
        Arrays.sort(places);
        int told = Math.min(places.length, ChartProblems.TOLD_PER_FILE);
        for (int i = 0; i < told; i++) {
            out.accept(new InputProblem(
                    files.get(Position.fileIndex(places[i])).name(),
                    Position.line(places[i]),
                    Position.column(places[i]),
                    "",
                    "The patient of this resource is not in the chart; the resource is left out.",
                    REMEDY));
        }
        long all = orphans.stream().mapToLong(PatientFacts::unclaimedCount).sum();
        if (all > told) {
            String file = files.get(Position.fileIndex(places[told - 1])).name();
            out.accept(new InputProblem(
                    file,
                    0,
                    "",
                    "",
                    "And " + (all - told) + " more resources, here or in later files, whose patient is not in the"
                            + " chart.",
                    REMEDY));
        }
    }
}
