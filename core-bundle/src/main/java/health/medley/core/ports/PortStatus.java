package health.medley.core.ports;

import health.medley.core.Origin;
import java.util.Objects;
import java.util.Optional;

/**
 * Say how one port stands.
 *
 * @param contract full name of the contract
 * @param id {@code main} or the contribution's id
 * @param provider bundle, version and hash of the generation that answers; empty if none does
 * @param generation number of that generation, higher is later; 0 if none answers
 * @param required whether the platform is not ready without it
 * @param inFlight calls that have entered and not left
 * @param calls calls answered, well or not
 * @param failures calls that failed with {@code PROVIDER_FAILED}
 * @param why one plain sentence: who answers since when, or why nobody does and the next step
 */
public record PortStatus(
        String contract,
        String id,
        Optional<Origin> provider,
        long generation,
        boolean required,
        long inFlight,
        long calls,
        long failures,
        String why) {
    /** Check that no part is null. */
    public PortStatus {
        Objects.requireNonNull(contract, "contract");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(why, "why");
    }
}
