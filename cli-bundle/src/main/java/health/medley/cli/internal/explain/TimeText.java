package health.medley.cli.internal.explain;

import health.medley.cli.internal.report.Counted;
import health.medley.cli.internal.report.TextTable;
import health.medley.core.CareTime;
import health.medley.core.Finding;
import health.medley.core.billing.Determination;
import health.medley.core.time.TimeEntry;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says of each interval of work whether it counts and why not, with sums. */
final class TimeText {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int MOMENT = 19;
    private static final int WORDS = 30;

    private record Part(String entry, Instant from, Instant to, boolean counts, String why) {
        long seconds() {
            return to.getEpochSecond() - from.getEpochSecond();
        }
    }

    private final ZoneId zone;
    private final Map<String, TimeEntry> entries;

    /** Tell times in {@code zone}, with what the entries say of themselves. */
    TimeText(ZoneId zone, List<TimeEntry> entries) {
        this.zone = zone;
        this.entries = entries.stream().collect(Collectors.toMap(TimeEntry::id, entry -> entry, (one, other) -> one));
    }

    List<String> lines(Determination determination) {
        List<Part> parts = new ArrayList<>();
        for (Finding finding : determination.findings()) {
            FindingKind kind = FindingKind.of(finding);
            if (kind == FindingKind.COUNTED || kind == FindingKind.UNCOUNTED) {
                part(finding, kind == FindingKind.COUNTED).ifPresent(parts::add);
            }
        }
        List<String> lines = new ArrayList<>();
        if (parts.isEmpty()
                && determination.staff().plus(determination.practitioner()).seconds() == 0) {
            lines.add("No work is recorded for the patient in this month.");
        } else if (!parts.isEmpty()) {
            parts.sort(Comparator.comparing(Part::from).thenComparing(Part::entry));
            lines.addAll(table(parts));
            lines.add("");
        }
        lines.addAll(sums(determination, parts));
        return lines;
    }

    private static Optional<Part> part(Finding finding, boolean counts) {
        Map<String, String> facts = finding.facts();
        try {
            String sentence = finding.sentence();
            int colon = sentence.lastIndexOf(": ");
            return Optional.of(new Part(
                    facts.getOrDefault("entry", ""),
                    Instant.parse(facts.getOrDefault("from", "")),
                    Instant.parse(facts.getOrDefault("to", "")),
                    counts,
                    counts ? "" : sentence.substring(colon + 1).strip().replaceAll("\\.$", "")));
        } catch (DateTimeException e) {
            // without its ends it is no interval that could be laid out
            return Optional.empty();
        }
    }

    private List<String> table(List<Part> parts) {
        TextTable table = new TextTable(List.of(
                TextTable.text("From (" + zone + ")", MOMENT),
                TextTable.text("To", MOMENT),
                TextTable.number("Length", 13),
                TextTable.text("Counts", 6),
                TextTable.text("Entry", 16),
                TextTable.text("Work, or why it does not count", WORDS)));
        for (Part part : parts) {
            table.row(
                    CLOCK.format(part.from().atZone(zone)),
                    CLOCK.format(part.to().atZone(zone)),
                    new CareTime(part.seconds()).inWords(),
                    part.counts() ? "yes" : "no",
                    part.entry(),
                    part.counts() ? work(part.entry()) : part.why());
        }
        return table.lines();
    }

    private String work(String id) {
        TimeEntry entry = entries.get(id);
        return entry == null
                ? ""
                : entry.role().name().toLowerCase(Locale.ROOT) + ", " + entry.kind() + ", " + entry.performer();
    }

    private static List<String> sums(Determination determination, List<Part> parts) {
        List<String> lines = new ArrayList<>();
        long logged =
                parts.stream().filter(Part::counts).mapToLong(Part::seconds).sum();
        String pooled = determination.facts().get("pooled_seconds");
        lines.add("Counted: staff " + determination.staff().inWords() + ", practitioner "
                + determination.practitioner().inWords()
                + (pooled == null ? "" : ", both together " + FactWords.value("pooled_seconds", pooled))
                + ", each second once"
                + (logged == 0 ? "." : " (the counted intervals are " + new CareTime(logged).inWords() + " long)."));
        Map<String, Long> why = new TreeMap<>();
        Map<String, Long> how = new TreeMap<>();
        parts.stream().filter(part -> !part.counts()).forEach(part -> {
            why.merge(part.why(), part.seconds(), Long::sum);
            how.merge(part.why(), 1L, Long::sum);
        });
        why.forEach((reason, seconds) -> lines.add("Not counted: " + new CareTime(seconds).inWords() + " in "
                + Counted.of(how.getOrDefault(reason, 0L), "interval") + ", because " + reason + "."));
        return lines;
    }
}
