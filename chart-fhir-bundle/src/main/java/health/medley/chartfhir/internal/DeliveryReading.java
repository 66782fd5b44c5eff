package health.medley.chartfhir.internal;

import com.fasterxml.jackson.core.JsonFactory;
import health.medley.core.Caller;
import health.medley.core.InputProblem;
import health.medley.core.chart.ChartDelivery;
import health.medley.core.chart.ChartFormat;
import health.medley.core.chart.ImportReport;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One reading of one delivery, from its first byte to the last commit. */
final class DeliveryReading {

    private final JsonFactory json;
    private final PractitionerRecords practitioners;
    private final Caller caller;
    private final ChartDelivery described;
    private final ChartUpdate update;
    private final List<InputProblem> problems = new ArrayList<>();
    private final ChartProblems reported = new ChartProblems(problems::add);
    private final DataTypes types = new DataTypes();
    private final Delivery delivery;

    DeliveryReading(
            JsonFactory json,
            ChartRecords records,
            PractitionerRecords practitioners,
            Caller caller,
            ChartDelivery described,
            int mostHeld) {
        this.json = json;
        this.practitioners = practitioners;
        this.caller = caller;
        this.described = described;
        update = new ChartUpdate(records, caller, described.name());
        delivery = new Delivery(reported, types.codes(), update::apply, mostHeld);
    }

    ImportReport read(InputStream content) {
        ChartFile file = new ChartFile(Path.of(""), described.name(), 0, 0);
        long bytes = read(file, content);
        delivery.end();
        practitioners.apply(caller, delivery.practitioners(), ChartUpdate.reason(described.name()));
        update.settle(delivery.unsettled());
        if (delivery.claims()) {
            update.adoptWaiting();
        }
        if (update.crowded() > 0) {
            reportCrowded(file);
        }
        long problemCount = reported.count();
        reported.endOf(file);
        return new ImportReport(
                described.name(),
                bytes,
                delivery.read(),
                delivery.skipped(),
                update.added(),
                update.changed(),
                update.unchanged(),
                update.waiting(),
                problems,
                problemCount);
    }

    private long read(ChartFile file, InputStream content) {
        StoredBytes stored = new StoredBytes(new LeftOpen(content));
        try (InputStream unpacked = new Unpacked(stored.content(), stored)) {
            return readUnpacked(file, unpacked);
        } catch (IOException e) {
            JsonTrouble trouble = JsonTrouble.ofBytes(e);
            reported.report(file, "", trouble.problem(), trouble.remedy());
            return 0;
        }
    }

    private void reportCrowded(ChartFile file) {
        reported.report(
                file,
                "",
                "A patient would have more than " + ChartUpdate.MOST_A_PATIENT + " resources; what this delivery says"
                        + " of such patients is left out (" + update.crowded() + ").",
                "Check the export: no real chart holds as many.");
    }

    private long readUnpacked(ChartFile file, InputStream content) throws IOException {
        ReadingTools tools = new ReadingTools(
                json, new ResourceScanner(types), delivery, reported, described.longestLineBytes(), true);
        return described.format() == ChartFormat.NDJSON
                ? new NdjsonReading(tools, file, content).read(any -> {})
                : new BundleReading(tools, file, content).read(any -> {});
    }

    /** A stream that its reader does not close. */
    private static final class LeftOpen extends FilterInputStream {
        LeftOpen(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return in.read(buffer, offset, length);
        }

        @Override
        public void close() {
            // whoever opened it closes it
        }
    }
}
