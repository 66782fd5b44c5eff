package health.medley.switchboard.internal;

import health.medley.core.Origin;
import health.medley.core.ports.Choice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decide which candidate is to answer at a port: the one chosen, else the one that answers already, else the only one.
 * Never the first to appear, and never by ranking.
 *
 * @param candidate who; null for nobody
 * @param explicit whether by choice
 * @param why in one sentence, with the next step if it is nobody
 */
record Selection(@Nullable Candidate candidate, boolean explicit, String why) {

    /**
     * Decide.
     *
     * @param candidates who could answer
     * @param choices what was chosen
     * @param former the explicit choice that last filled this port; null if none did
     * @param incumbent who answers now; null if nobody does
     * @param announced bundles that are installed, not started, and say they will provide the contract
     */
    static Selection of(
            List<Candidate> candidates,
            Choices choices,
            @Nullable Choice former,
            @Nullable Candidate incumbent,
            Collection<Origin> announced) {
        List<Candidate> chosen = latest(candidates, choices);
        if (chosen.size() == 1) {
            return new Selection(chosen.get(0), true, "chosen");
        }
        if (chosen.size() > 1) {
            return nobody("Several chosen providers could answer (" + listed(chosen)
                    + "): choose one of them with activate.");
        }
        if (former != null) {
            return nobody("The chosen provider " + former.name() + " " + former.version()
                    + " is gone: start it again, or choose another with activate" + others(candidates) + ".");
        }
        if (incumbent != null && candidates.contains(incumbent)) {
            return new Selection(incumbent, false, "the only candidate when it came");
        }
        return only(candidates, choices, announced);
    }

    private static Selection only(List<Candidate> candidates, Choices choices, Collection<Origin> announced) {
        List<Candidate> free = candidates.stream()
                .filter(candidate -> choices.of(candidate.origin().bundle()) == null)
                .toList();
        if (free.size() == 1 && announced.isEmpty()) {
            return new Selection(free.get(0), false, "the only candidate");
        }
        if (!free.isEmpty()) {
            String names = Stream.concat(free.stream().map(Candidate::origin), announced.stream())
                    .map(Origin::toString)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return nobody("Several candidates and no choice (" + names
                    + "): choose one with activate, or name it in the setting " + Settings.CHOSEN + ".");
        }
        if (!candidates.isEmpty()) {
            String name = candidates.get(0).origin().bundle();
            return nobody("Version " + choices.of(name).version() + " of " + name
                    + " was chosen and is not there: install and start it, or choose another with activate"
                    + others(candidates) + ".");
        }
        return nobody("Install and start a bundle that provides it.");
    }

    private static List<Candidate> latest(List<Candidate> candidates, Choices choices) {
        List<Candidate> latest = new ArrayList<>();
        long order = -1;
        for (Candidate candidate : candidates) {
            Choices.Chosen choice = choices.of(candidate.origin().bundle());
            if (choice == null || !choice.version().equals(candidate.origin().version()) || choice.order() < order) {
                continue;
            }
            if (choice.order() > order) {
                latest.clear();
                order = choice.order();
            }
            latest.add(candidate);
        }
        return latest;
    }

    private static Selection nobody(String why) {
        return new Selection(null, false, why);
    }

    private static String others(List<Candidate> candidates) {
        return candidates.isEmpty() ? "" : " (there are " + listed(candidates) + ")";
    }

    private static String listed(List<Candidate> candidates) {
        return candidates.stream().map(Candidate::toString).sorted().collect(Collectors.joining(", "));
    }
}
