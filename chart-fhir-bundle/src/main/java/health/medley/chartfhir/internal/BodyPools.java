package health.medley.chartfhir.internal;

import com.fasterxml.jackson.core.JsonParser;
import health.medley.core.chart.ChartCode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Gives one object for equal values of the records one call reads. Not for concurrent use. */
final class BodyPools {

    private final TextPool texts = new TextPool();
    private final DayPool days = new DayPool();
    private final CodePool codes = new CodePool();

    String text(JsonParser parser) throws IOException {
        return texts.text(parser);
    }

    ChartCode code(String system, String code) {
        return codes.code(system, code);
    }

    List<ChartCode> list(List<ChartCode> list) {
        return codes.list(list);
    }

    Optional<LocalDate> day(JsonParser parser) throws IOException {
        Optional<LocalDate> day = days.day(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        if (day == null) {
            throw new IOException("A day of a record is none");
        }
        return day;
    }
}
