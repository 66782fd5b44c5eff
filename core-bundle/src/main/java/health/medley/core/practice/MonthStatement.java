package health.medley.core.practice;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Hold what the practice states about one patient's month, beside the chart and the time.
 *
 * @param mdm highest medical decision making documented in the month: {@code none}, {@code straightforward},
 *     {@code low}, {@code moderate} or {@code high}
 * @param carePlanAction what was done to the care plan: {@code established}, {@code implemented}, {@code revised},
 *     {@code monitored}; empty for nothing
 * @param otherCodes codes already on a claim, or on their way, for the month
 * @param patientEvents what happened to the patient, by name ({@code death}, {@code hospice}, ...)
 * @param extraFacts further facts by name, in the vocabulary of the case files
 */
public record MonthStatement(
        String mdm,
        String carePlanAction,
        List<OtherCode> otherCodes,
        Map<String, String> patientEvents,
        Map<String, String> extraFacts) {

    /** The statement about a month for which the practice states nothing. */
    public static final MonthStatement NOTHING = new MonthStatement("none", "", List.of(), Map.of(), Map.of());

    /** Copy the collections; the maps are ordered by name. */
    public MonthStatement {
        Objects.requireNonNull(mdm, "mdm");
        Objects.requireNonNull(carePlanAction, "carePlanAction");
        otherCodes = List.copyOf(otherCodes);
        patientEvents = Collections.unmodifiableMap(new TreeMap<>(patientEvents));
        extraFacts = Collections.unmodifiableMap(new TreeMap<>(extraFacts));
    }
}
