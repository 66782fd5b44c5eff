package health.medley.billing.internal.facts;

import health.medley.billing.internal.reading.CsvTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Know what the platform knows of programs: which fact counts the time of each, which declared track is whose, and
 * whose rules go first for a practice paid in another way. Immutable.
 */
public final class Programs {
    private static final Programs PLATFORM = new Programs();

    private final List<Timed> timed = new ArrayList<>();
    private final Map<String, String> tracks = new TreeMap<>();
    private final Map<String, String> settings = new TreeMap<>();

    /**
     * A program that counts time.
     *
     * @param program its name
     * @param minutes fact in which people state its minutes; empty if they state them by columns
     * @param seconds fact in which its time reaches rules
     * @param personal whether only the practitioner's own time counts
     */
    public record Timed(String program, String minutes, String seconds, boolean personal) {}

    private Programs() {
        for (CsvTable.Row row : CsvTable.ofBundle("programs.csv").rows()) {
            timed.add(new Timed(
                    row.text("program"),
                    row.text("minutes"),
                    row.text("seconds"),
                    row.text("counted").equals("practitioner")));
        }
        CsvTable.ofBundle("tracks.csv").rows().forEach(row -> tracks.put(row.text("track"), row.text("program")));
        CsvTable.ofBundle("settings.csv").rows().forEach(row -> settings.put(row.text("setting"), row.text("program")));
    }

    /** What the platform's tables say. */
    public static Programs platform() {
        return PLATFORM;
    }

    /** The programs that count time. */
    public List<Timed> timed() {
        return List.copyOf(timed);
    }

    /** A program that counts time. */
    public Optional<Timed> timed(String program) {
        return timed.stream().filter(one -> one.program().equals(program)).findFirst();
    }

    /** The program a declared track belongs to; a track nobody lists is a program's own name. */
    public String ofTrack(String track) {
        return tracks.getOrDefault(track, track);
    }

    /** The program whose rules go first for a practice paid in this way, where it has some. */
    public Optional<String> ofSetting(String setting) {
        return Optional.ofNullable(settings.get(setting));
    }
}
