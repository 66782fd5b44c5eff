package health.medley.chartfhir.internal;

import com.fasterxml.jackson.core.JsonFactory;
import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.chart.ChartQuery;
import health.medley.core.chart.ChartReader;
import health.medley.core.chart.ChartSource;
import java.nio.file.Files;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Component;

/**
 * Reads charts from a folder of FHIR R4 files: {@code *.ndjson[.gz]}, one resource a line, and {@code *.json[.gz]},
 * Bundles or single resources. Files are read once, in the order of their names, by the calling thread; memory is
 * needed for the facts handed over and 16 to 50 bytes for each resource's id, by which a second one is noticed.
 */
@Component(property = "medley.id=fhir-files")
public final class FhirFolderChartSource implements ChartSource {

    private final JsonFactory json = FhirJson.factory();

    /** Make a source; it keeps nothing between calls. */
    public FhirFolderChartSource() {}

    @Override
    public <R> R read(Caller caller, ChartQuery query, ChartReader<R> reader) {
        Path folder = query.location()
                .orElseThrow(() -> new MedleyException(
                        ErrorCode.CHART_UNREADABLE,
                        "Reading a chart from FHIR files: no folder is given. Name one in the query's location."));
        FolderReading.Opener opener = file -> Files.newInputStream(file.path());
        return new FolderReading<>(json, opener, ChartFolder.files(folder), query, reader).read();
    }
}
