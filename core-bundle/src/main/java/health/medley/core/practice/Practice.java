package health.medley.core.practice;

import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Describe the practice that bills.
 *
 * @param name its name
 * @param npi its NPI, ten digits
 * @param zone time zone in which its days and months begin
 * @param placeOfService two-digit place-of-service code where its patients are seen face to face
 * @param locality fee locality: {@code national}, or a locality of the fee schedule
 * @param setting how it is paid
 * @param parameters what the practice sets: by program (where sources leave a rule open) or capability, the value by the parameter's
 *     name, as {@code practice.json} writes it, for example {@code cocm}, {@code first-month}, {@code 70 min}
 */
public record Practice(
        String name,
        String npi,
        ZoneId zone,
        String placeOfService,
        String locality,
        Setting setting,
        Map<String, Map<String, String>> parameters) {
    /** Copy the parameters, ordered by program and name. */
    public Practice {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(npi, "npi");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(placeOfService, "placeOfService");
        Objects.requireNonNull(locality, "locality");
        Objects.requireNonNull(setting, "setting");
        Map<String, Map<String, String>> ordered = new TreeMap<>();
        parameters.forEach(
                (program, values) -> ordered.put(program, Collections.unmodifiableMap(new TreeMap<>(values))));
        parameters = Collections.unmodifiableMap(ordered);
    }

    /** Describe a practice that sets no parameter. */
    public Practice(String name, String npi, ZoneId zone, String placeOfService, String locality, Setting setting) {
        this(name, npi, zone, placeOfService, locality, setting, Map.of());
    }

    /** What the practice sets for a program, by the parameter's name. */
    public Map<String, String> parametersOf(String program) {
        return parameters.getOrDefault(program, Map.of());
    }
}
