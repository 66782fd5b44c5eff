package health.medley.switchboard.internal;

import health.medley.core.Contract;
import java.util.Comparator;

/**
 * Name a port.
 *
 * @param contract full name of the contract
 * @param id {@code main}, or the contribution's id
 */
record PortKey(String contract, String id) implements Comparable<PortKey> {
    private static final Comparator<PortKey> ORDER =
            Comparator.comparing(PortKey::contract).thenComparing(PortKey::id);

    /** The contract's name without its package, as people say it. */
    String shortContract() {
        return contract.substring(contract.lastIndexOf('.') + 1);
    }

    /** Whether this is the only port of its contract. */
    boolean single() {
        return id.equals(Contract.MAIN);
    }

    @Override
    public int compareTo(PortKey other) {
        return ORDER.compare(this, other);
    }

    /** For sentences: {@code EligibilityService} or {@code ChartSource "fhir-files"}. */
    @Override
    public String toString() {
        return single() ? shortContract() : shortContract() + " \"" + id + "\"";
    }
}
