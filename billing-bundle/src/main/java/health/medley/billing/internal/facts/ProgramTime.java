package health.medley.billing.internal.facts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Make the facts that count the time of each program: what people state, what was counted for the program the month is
 * declared for, and what remains of it where several programs claim the same minutes. Not safe for concurrent use.
 */
final class ProgramTime {
    private static final String CCM = "ccm";
    /** The programs whose minutes stand in columns of a case. */
    private static final Set<String> BY_COLUMNS = Set.of(CCM, "pcm");

    private final String program;
    private final Map<String, String> extra;
    private final Map<String, String> facts;
    private long columns;

    /** Put the time people state for each program. */
    ProgramTime(String program, Map<String, String> extra, Map<String, String> facts) {
        this.program = program;
        this.extra = extra;
        this.facts = facts;
        for (Programs.Timed timed : Programs.platform().timed()) {
            minutes(timed.minutes()).ifPresent(stated -> facts.put(timed.seconds(), Long.toString(stated)));
        }
    }

    private Optional<Long> minutes(String name) {
        return FactText.minutes(extra.getOrDefault(name, ""));
    }

    /** Put the program's own time as it was counted; what people state stands only where nothing counts. */
    void counted(long pooled, long personal) {
        Optional<Programs.Timed> own = Programs.platform().timed(program);
        own.ifPresent(timed -> {
            long seconds = timed.personal() ? personal : pooled;
            if (seconds > 0) {
                facts.put(timed.seconds(), Long.toString(seconds));
            } else {
                facts.putIfAbsent(timed.seconds(), "0");
            }
        });
    }

    /** Put the program's own time as the columns of a case give it, where no further fact states it. */
    void columns(long pooled) {
        columns = pooled;
        if (BY_COLUMNS.contains(program)) {
            Programs.platform()
                    .timed(program)
                    .ifPresent(timed -> facts.putIfAbsent(timed.seconds(), Long.toString(pooled)));
        }
    }

    /** Time several programs claim counts for one: what is not distinct is the other program's. */
    void distinct() {
        Optional<Long> ours = program.equals(CCM) ? minutes("distinct_ccm_minutes") : Optional.empty();
        Optional<Long> all = minutes("distinct_minutes");
        if (ours.isEmpty() && all.isEmpty()) {
            return;
        }
        for (Programs.Timed other : Programs.platform().timed()) {
            long theirs = other.program().equals(program) ? 0 : statedOf(other);
            if (theirs > 0) {
                facts.put("other_program_seconds", Long.toString(theirs));
                facts.put("other_program", other.program());
                limit(ours.orElseGet(() -> Math.max(0, all.orElse(0L) - theirs)));
            }
        }
    }

    /** The columns of a case give the time of chronic care management also where another program is declared. */
    private long statedOf(Programs.Timed other) {
        boolean byColumns = other.program().equals(CCM) && !BY_COLUMNS.contains(program);
        return byColumns ? columns : minutes(other.minutes()).orElse(0L);
    }

    private long seconds(String name) {
        return FactText.count(facts.getOrDefault(name, "0")).orElse(0L);
    }

    private void limit(long most) {
        if (BY_COLUMNS.contains(program)) {
            List.of("staff_seconds", "practitioner_seconds", "pooled_seconds").forEach(name -> limit(name, most));
        }
        Programs.platform().timed(program).ifPresent(timed -> limit(timed.seconds(), most));
    }

    private void limit(String name, long most) {
        facts.put(name, Long.toString(Math.min(seconds(name), most)));
    }
}
