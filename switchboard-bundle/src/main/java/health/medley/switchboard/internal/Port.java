package health.medley.switchboard.internal;

import health.medley.core.ports.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One port: what could answer at it and why it stands as it does. Its state is guarded by the switchboard's lock. */
final class Port {
    private final int number;
    private final PortKey key;
    private final ContractType contract;
    private final List<Candidate> candidates = new ArrayList<>();
    private final Map<Candidate, String> problems = new ConcurrentHashMap<>();
    private @Nullable Choice former;
    private boolean filled;
    private volatile String emptiness = "Install and start a bundle that provides it.";

    Port(int number, PortKey key, ContractType contract) {
        this.number = number;
        this.key = key;
        this.contract = contract;
    }

    /** Its number, by which a routing table knows it. */
    int number() {
        return number;
    }

    /** Its name. */
    PortKey key() {
        return key;
    }

    /** What is spoken at it. */
    ContractType contract() {
        return contract;
    }

    /** Who could answer; the live list. */
    List<Candidate> candidates() {
        return candidates;
    }

    /** Why obtaining a candidate failed last time; null if it did not. */
    @Nullable
    String problem(Candidate candidate) {
        return problems.get(candidate);
    }

    /** Note why obtaining a candidate failed; null if it did not. */
    void problem(Candidate candidate, @Nullable String problem) {
        if (problem == null) {
            problems.remove(candidate);
        } else {
            problems.put(candidate, problem);
        }
    }

    /** Whether anybody ever answered. */
    boolean filled() {
        return filled;
    }

    /** Note that somebody answers. */
    void fill() {
        filled = true;
    }

    /** The explicit choice that last filled it. */
    @Nullable
    Choice former() {
        return former;
    }

    /** Note the explicit choice that fills it. */
    void former(Choice choice) {
        former = choice;
    }

    /** Why nobody answers and the next step, as a sentence; only meaningful while nobody does. */
    String emptiness() {
        return emptiness;
    }

    /** Note why nobody answers. */
    void emptiness(String sentence) {
        emptiness = sentence;
    }
}
