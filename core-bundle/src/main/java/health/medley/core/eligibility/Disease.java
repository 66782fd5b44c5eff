package health.medley.core.eligibility;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Hold one chronic disease with its evidence. Several codes of one disease are one disease.
 *
 * @param key the disease's category, or {@code SYSTEM:code} where the code has none
 * @param name a short name in our own words
 * @param codes the codes found, {@code SYSTEM:code}, in order
 * @param since the earliest day one of them began; empty if unknown
 */
public record Disease(String key, String name, List<String> codes, Optional<LocalDate> since) {
    /** Copy the codes. */
    public Disease {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(name, "name");
        codes = List.copyOf(codes);
        Objects.requireNonNull(since, "since");
    }
}
