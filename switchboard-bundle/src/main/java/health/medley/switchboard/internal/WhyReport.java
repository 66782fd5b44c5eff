package health.medley.switchboard.internal;

import health.medley.core.Cardinality;
import health.medley.core.ports.Choice;
import health.medley.core.rules.RuleSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/** Say in plain sentences why a port, bundle, contract or rule set stands as it does, and the next step. */
final class WhyReport {
    private final Switchboard switchboard;
    private final RawProviders providers;
    private final BundleWhy bundles;
    private final StuckReport stuck;

    WhyReport(Switchboard switchboard, RawProviders providers, BundleWhy bundles, StuckReport stuck) {
        this.switchboard = switchboard;
        this.providers = providers;
        this.bundles = bundles;
        this.stuck = stuck;
    }

    /** Why whatever is called {@code name} stands as it does. */
    String of(String name) {
        Set<String> sentences = new LinkedHashSet<>();
        for (Port port : switchboard.book().ports()) {
            if (name.equals(port.key().contract())
                    || name.equals(port.key().shortContract())
                    || (!port.key().single() && name.equals(port.key().id()))) {
                sentences.add(ofPort(port));
            }
        }
        if (sentences.isEmpty()) {
            switchboard.book().contractNames().stream()
                    .filter(contract -> contract.equals(name) || contract.endsWith("." + name))
                    .forEach(contract -> sentences.add(ofUnfilledContract(contract)));
        }
        sentences.addAll(ofRules(name));
        sentences.addAll(ofBundles(name));
        return sentences.isEmpty() ? unknown(name) : String.join(" ", sentences);
    }

    /** Why nothing could be done for a choice, as sentences. */
    String ofChoice(Choice choice) {
        List<Bundle> named = bundles.named(choice.name());
        boolean there =
                named.stream().anyMatch(bundle -> bundle.getVersion().toString().equals(choice.version()));
        if (!there && !named.isEmpty()) {
            return "that version is not installed; there are "
                    + String.join(
                            ", ",
                            named.stream()
                                    .map(each -> each.getVersion().toString())
                                    .toList()) + ".";
        }
        String rules;
        synchronized (switchboard.lock()) {
            rules = String.join(
                    ", ",
                    switchboard.shelf().all().stream()
                            .filter(set -> set.ref().name().equals(choice.name()))
                            .map(set -> set.ref().version())
                            .toList());
        }
        return rules.isEmpty()
                ? "it offers no service of a contract. " + of(choice.name())
                : "that version is not installed; there are " + rules + ".";
    }

    /** Why a port stands as it does. */
    String ofPort(Port port) {
        Generation generation = switchboard.book().answering(port);
        if (generation == null) {
            return "Nobody answers at " + port.key() + ". " + withBroken(port, port.emptiness());
        }
        Candidate candidate = generation.candidate();
        if (candidate == null) {
            return generation.origin() + " answers at " + port.key() + ": the switchboard itself.";
        }
        synchronized (switchboard.lock()) {
            return generation.origin() + " answers at " + port.key() + " as generation " + generation.number()
                    + ": it was "
                    + (switchboard.select(port).explicit() ? "chosen." : "the only candidate when it came.");
        }
    }

    /** Why nobody answers for a contract that has no port yet. */
    String ofUnfilledContract(String contract) {
        ContractType type = switchboard.book().contract(contract);
        return type == null
                ? "The contract " + contract + " is not one of core's: correct the setting " + Settings.REQUIRED + "."
                : "Nobody answers for " + contract + ": install and start a bundle that provides it"
                        + (type.cardinality() == Cardinality.CONTRIBUTION ? " with an id." : ".");
    }

    /** Where a port is empty, what is wrong with a bundle that should fill it is the better story. */
    private String withBroken(Port port, String emptiness) {
        Set<String> broken = new TreeSet<>();
        boolean candidates;
        synchronized (switchboard.lock()) {
            candidates = !port.candidates().isEmpty();
            port.candidates().stream()
                    .filter(candidate -> port.problem(candidate) != null)
                    .forEach(candidate -> broken.add(candidate.origin().bundle()));
        }
        // asked without the lock: whoever knows about components has locks of its own
        List<String> problems = candidates
                ? broken.stream()
                        .flatMap(name -> bundles.named(name).stream())
                        .map(bundles::problem)
                        .toList()
                : bundles.announcing(port.key().contract()).stream()
                        .map(bundles::problem)
                        .toList();
        String told = problems.stream().filter(each -> !each.isEmpty()).collect(Collectors.joining(" "));
        return told.isEmpty() ? emptiness : candidates ? emptiness + " " + told : told;
    }

    private List<String> ofRules(String name) {
        List<String> sentences = new ArrayList<>();
        synchronized (switchboard.lock()) {
            RuleRoutes active = switchboard.routing().current().rules();
            String carried = switchboard.shelf().rulesOf(name);
            for (RuleSet set : switchboard.shelf().all()) {
                if (set.ref().name().equals(name) || set.ref().name().equals(carried)) {
                    sentences.add(RuleWhy.of(set, active.named(set.ref().name()), switchboard.choices()));
                }
            }
            for (String problem : switchboard.shelf().problemsOf(name)) {
                sentences.add("The rules of " + name + " cannot be used: " + problem + ".");
            }
        }
        return sentences;
    }

    private List<String> ofBundles(String name) {
        List<String> sentences = new ArrayList<>();
        for (Port port : switchboard.book().ports()) {
            sentences.addAll(ofCandidates(name, port));
        }
        sentences.addAll(providers.refusedOf(name));
        sentences.addAll(stuck.ofBundle(name));
        for (Bundle bundle : bundles.named(name)) {
            sentences.add(bundles.problem(bundle));
        }
        sentences.removeIf(String::isEmpty);
        if (sentences.isEmpty()) {
            bundles.named(name)
                    .forEach(bundle -> sentences.add(bundle.getSymbolicName() + " " + bundle.getVersion()
                            + " is active and offers no service of a contract."));
        }
        return sentences;
    }

    private List<String> ofCandidates(String name, Port port) {
        List<String> sentences = new ArrayList<>();
        Generation now = switchboard.book().answering(port);
        if (now != null && now.origin().bundle().equals(name)) {
            sentences.add(ofPort(port));
        }
        synchronized (switchboard.lock()) {
            for (Candidate each : port.candidates()) {
                if (each.origin().bundle().equals(name) && (now == null || !each.equals(now.candidate()))) {
                    sentences.add(ofCandidate(each, port, now));
                }
            }
        }
        return sentences;
    }

    private static String ofCandidate(Candidate candidate, Port port, @Nullable Generation now) {
        String problem = port.problem(candidate);
        if (problem != null) {
            return candidate + " cannot answer at " + port.key() + ": " + problem + ". Mend it, then start it again.";
        }
        return now == null
                ? candidate + " is a candidate for " + port.key() + ", where nobody answers. " + port.emptiness()
                : candidate + " is a candidate for " + port.key() + ", where " + now.origin()
                        + " answers: choose it with activate.";
    }

    private String unknown(String name) {
        Set<String> names = new TreeSet<>();
        switchboard
                .book()
                .contractNames()
                .forEach(contract -> names.add(contract.substring(contract.lastIndexOf('.') + 1)));
        for (Port port : switchboard.book().ports()) {
            if (!port.key().single()) {
                names.add(port.key().id());
            }
        }
        names.addAll(bundles.names());
        synchronized (switchboard.lock()) {
            switchboard.shelf().all().forEach(set -> names.add(set.ref().name()));
        }
        return "Nothing is called \"" + name + "\". There are: " + String.join(", ", names) + ".";
    }
}
