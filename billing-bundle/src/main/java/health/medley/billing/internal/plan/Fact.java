package health.medley.billing.internal.plan;

import java.util.List;

/**
 * Declare a fact that rules may use or case files may give.
 *
 * @param name its name
 * @param where {@code column}, {@code extra} or {@code event} of a case file, or {@code derived}
 * @param kind what kind of value it has
 * @param unit unit of a count or a time as given: {@code conditions}, {@code min}, {@code s}; empty for none
 * @param words the words of a level, in order
 * @param feeds names of the facts that are made from it; its own name where it is used as it is
 * @param meaning what it says, for people
 */
public record Fact(
        String name, String where, FactKind kind, String unit, List<String> words, List<String> feeds, String meaning) {
    /** Copy the lists. */
    public Fact {
        words = List.copyOf(words);
        feeds = List.copyOf(feeds);
    }
}
