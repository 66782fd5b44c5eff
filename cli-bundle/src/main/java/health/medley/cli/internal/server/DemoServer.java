package health.medley.cli.internal.server;

import health.medley.core.Caller;
import health.medley.core.chart.ChartDelivery;
import health.medley.core.chart.ChartFormat;
import health.medley.core.chart.ChartRegister;
import health.medley.core.command.CommandOutput;
import health.medley.core.practice.Practice;
import health.medley.core.practice.PracticeService;
import health.medley.core.store.StoreKeeper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The server of a demonstration: the sample practice and its charts are on it. */
@Component(service = DemoServer.class)
public final class DemoServer {

    private static final String MAIN = "main";

    private final StoreKeeper store;
    private final PracticeService practices;
    private final ChartRegister charts;

    /** Take the ports. */
    @Activate
    public DemoServer(
            @Reference StoreKeeper store, @Reference PracticeService practices, @Reference ChartRegister charts) {
        this.store = store;
        this.practices = practices;
        this.charts = charts;
    }

    /**
     * Put a practice on the server of this process and say where it is.
     *
     * @return whether there is a server
     */
    public boolean serve(Caller pinned, Practice practice, Path chart, DataDirectory data, CommandOutput output)
            throws IOException {
        if (new Announcement(store).make(pinned, data, output).isEmpty()) {
            return false;
        }
        Caller main = new Caller(
                pinned.user(), MAIN, pinned.role(), pinned.purpose(), pinned.origin(), pinned.pin(), pinned.request());
        practices.update(main, 0, practice);
        List<Path> files;
        try (Stream<Path> found = Files.list(chart)) {
            files = found.sorted().toList();
        }
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                charts.take(main, ChartDelivery.of(ChartFormat.NDJSON, String.valueOf(file.getFileName())), in);
            }
        }
        output.line("The sample practice and its charts are on it; docs/tutorials/a-day.md goes on from here. Ctrl-C"
                + " ends it, and what was on it is gone.");
        return true;
    }
}
