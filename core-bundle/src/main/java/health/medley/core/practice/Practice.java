package health.medley.core.practice;

import java.time.ZoneId;
import java.util.Objects;

/**
 * Describe the practice that bills.
 *
 * @param name its name
 * @param npi its NPI, ten digits
 * @param zone time zone in which its days and months begin
 * @param placeOfService two-digit place-of-service code where its patients are seen face to face
 * @param locality fee locality: {@code national}, or a locality of the fee schedule
 * @param setting how it is paid
 */
public record Practice(String name, String npi, ZoneId zone, String placeOfService, String locality, Setting setting) {
    /** Check that no part is null. */
    public Practice {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(npi, "npi");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(placeOfService, "placeOfService");
        Objects.requireNonNull(locality, "locality");
        Objects.requireNonNull(setting, "setting");
    }
}
