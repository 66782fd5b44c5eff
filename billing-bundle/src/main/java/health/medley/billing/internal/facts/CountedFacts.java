package health.medley.billing.internal.facts;

import health.medley.core.time.CountedTime;
import health.medley.core.time.TimeEntry;
import health.medley.core.time.TimeExclusion;
import health.medley.core.time.TimeRole;
import health.medley.core.time.UncountedTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Make facts of the time that counts in a month and of the time that does not. */
final class CountedFacts {
    private static final Map<TimeExclusion, String> EXCLUDED = new EnumMap<>(Map.of(
            TimeExclusion.OTHER_PROGRAM, "other_program_seconds",
            TimeExclusion.NONCLINICAL, "nonclinical_seconds",
            TimeExclusion.OTHER_PRACTITIONER, "other_practitioner_seconds",
            TimeExclusion.OTHER_MONTH, "other_month_seconds",
            TimeExclusion.AFTER_DEATH, "after_death_seconds",
            TimeExclusion.BEFORE_CONSENT, "before_consent_seconds",
            TimeExclusion.AFTER_REVOCATION, "after_revocation_seconds"));

    private final List<TimeEntry> entries;
    private final StatedFacts stated;

    CountedFacts(List<TimeEntry> entries, StatedFacts stated) {
        this.entries = entries;
        this.stated = stated;
    }

    /** Put the facts of a month's time, as the ledger counted it for the program. */
    void put(CountedTime time) {
        stated.put("staff_seconds", Long.toString(time.staff().seconds()));
        stated.put("practitioner_seconds", Long.toString(time.practitioner().seconds()));
        stated.put("pooled_seconds", Long.toString(time.pooled().seconds()));
        stated.time().counted(time.pooled().seconds(), time.practitioner().seconds());
        stated.seconds("logged_seconds", time.logged().seconds());
        stated.seconds(
                "concurrent_seconds", time.logged().seconds() - time.pooled().seconds());
        time.pooledMore().forEach((why, more) -> {
            String fact = EXCLUDED.get(why);
            if (fact != null) {
                stated.seconds(fact, stated.seconds(fact) + more.seconds());
            } else {
                stay(more.seconds());
            }
        });
        stated.seconds("practitioner_before_consent_seconds", practitioner(time, TimeExclusion.BEFORE_CONSENT));
        stated.seconds("practitioner_after_death_seconds", practitioner(time, TimeExclusion.AFTER_DEATH));
        if (time.splitAtMonthEdge()) {
            stated.flag("month_boundary", true);
        }
        if (time.pooledMore().containsKey(TimeExclusion.OTHER_PROGRAM)) {
            stated.put("other_program", mostOtherProgram(time));
        }
        stated.time().distinct();
    }

    /** Seconds of the practitioner's own entries that a reason excludes; entries of one person do not overlap. */
    private long practitioner(CountedTime time, TimeExclusion why) {
        Set<String> own = entries.stream()
                .filter(entry -> entry.role() == TimeRole.PRACTITIONER)
                .map(TimeEntry::id)
                .collect(Collectors.toSet());
        return time.uncounted().stream()
                .filter(part -> part.why() == why && own.contains(part.entry()))
                .mapToLong(part -> part.time().seconds())
                .sum();
    }

    private void stay(long seconds) {
        boolean inpatient = stated.stays().stream().anyMatch(stay -> stay.kind().equals("inpatient"));
        stated.seconds(inpatient ? "inpatient_seconds" : "snf_stay_seconds", seconds);
    }

    private String mostOtherProgram(CountedTime time) {
        Map<String, String> programs =
                entries.stream().collect(Collectors.toMap(TimeEntry::id, TimeEntry::program, (one, same) -> one));
        Map<String, Long> seconds = new TreeMap<>();
        for (UncountedTime part : time.uncounted()) {
            if (part.why() == TimeExclusion.OTHER_PROGRAM) {
                seconds.merge(
                        programs.getOrDefault(part.entry(), ""), part.time().seconds(), Long::sum);
            }
        }
        return seconds.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
