package health.medley.cli.internal.practice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Names the programs and tracks that the tables of a practice may use: those Medley knows by itself, and the program of
 * every installed rule set, whose track is called like it.
 *
 * @param programs names of programs
 * @param tracks names of tracks
 */
public record KnownPrograms(List<String> programs, List<String> tracks) {

    /** Copy the lists. */
    public KnownPrograms {
        programs = List.copyOf(programs);
        tracks = List.copyOf(tracks);
    }

    /** What is known where rules of the programs {@code installed} are installed. */
    public static KnownPrograms with(Collection<String> installed) {
        TreeSet<String> more = new TreeSet<>(installed);
        Vocabulary.PROGRAMS.forEach(more::remove);
        return new KnownPrograms(joined(Vocabulary.PROGRAMS, more), joined(Vocabulary.TRACKS, more));
    }

    private static List<String> joined(List<String> names, Collection<String> more) {
        List<String> all = new ArrayList<>(names);
        all.addAll(more);
        return all;
    }
}
