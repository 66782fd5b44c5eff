package health.medley.billing.internal.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Say everything that is unlawful in the codes answered for a patient's month. Written from the domain texts and the
 * tables of Medicare alone; it knows neither the rule bundles nor the engine.
 */
final class LawfulChecker {
    private static final LocalDate OPEN = LocalDate.of(9999, 12, 31);
    private static final Map<String, Code> CODES = codes();
    private static final Map<String, Integer> PAIRS = pairs();
    private static final List<Pair> MONTHS = months();
    private static final Set<String> CLINIC = Set.of("G0511", "G0512");

    private record Code(
            LocalDate from,
            LocalDate to,
            int most,
            boolean absolute,
            Set<String> addsTo,
            String who,
            long seconds,
            String service) {}

    /** Codes never in one month: {@code no} by one practitioner, {@code yes} nor by two, {@code two} only by two. */
    private record Pair(Set<String> one, Set<String> other, String anyone, LocalDate from, String why) {}

    /** A line of the answer: who bills it, whether a person must still decide, whether it is of ours or only known. */
    record Line(
            String code, int units, String modifier, String practitioner, LocalDate date, boolean held, boolean ours) {}

    /** Time that may be counted, in seconds since any moment; the program it was entered for. */
    record Time(long from, long to, boolean personal, String program) {}

    /** What is known of the month; the setting is PFS, RHC or FQHC. */
    record Facts(
            YearMonth month,
            String setting,
            Optional<LocalDate> consent,
            Optional<LocalDate> revoked,
            Optional<LocalDate> death,
            List<Time> time) {}

    private final Facts facts;
    private final List<Line> lines;
    private final List<String> said = new ArrayList<>();

    private LawfulChecker(Facts facts, List<Line> lines) {
        this.facts = facts;
        this.lines = lines;
    }

    /** Every violation in words; none if the answer is lawful. */
    static List<String> violations(Facts facts, List<Line> lines) {
        LawfulChecker checker = new LawfulChecker(facts, lines);
        lines.forEach(checker::alone);
        for (int i = 0; i < lines.size(); i++) {
            for (int j = 0; j < lines.size(); j++) {
                if (i != j) {
                    checker.together(lines.get(i), lines.get(j));
                }
            }
        }
        checker.clinic();
        checker.minutes();
        return checker.said;
    }

    private void say(String what) {
        said.add(what);
    }

    private void alone(Line line) {
        Code code = CODES.get(line.code());
        if (code == null || !line.ours()) {
            return;
        }
        if (line.date().isBefore(code.from()) || line.date().isAfter(code.to())) {
            say(line.code() + " is not valid on " + line.date());
        }
        if (line.units() > code.most() && (code.absolute() || !line.held())) {
            say(line.code() + " x" + line.units() + " is over " + code.most());
        }
        boolean based = code.addsTo().isEmpty()
                || lines.stream().anyMatch(base -> code.addsTo().contains(base.code()) && same(base, line));
        if (!based) {
            say(line.code() + " has no base by " + line.practitioner());
        }
        if (!YearMonth.from(line.date()).equals(facts.month())) {
            say(line.code() + " is dated outside the month");
        }
        boolean dead = facts.death().filter(day -> day.isBefore(line.date())).isPresent();
        if (dead && !line.held()) {
            say(line.code() + " is dated after death");
        }
    }

    /** Whether a code is one of care management that is valid on a day, or of another kind. */
    static boolean mayBe(String code, LocalDate day) {
        Code known = CODES.get(code);
        return known == null || !day.isBefore(known.from()) && !day.isAfter(known.to());
    }

    /** Lines of an enrollment without the consent it needs. */
    static List<String> consent(Facts facts, List<Line> lines) {
        boolean consented = facts.consent()
                .filter(day -> !day.isAfter(facts.month().atEndOfMonth()))
                .isPresent();
        boolean stopped = facts.revoked()
                .filter(day -> day.isBefore(facts.month().atDay(1)))
                .isPresent();
        return consented && !stopped
                ? List.of()
                : lines.stream().map(line -> line.code() + " without consent").toList();
    }

    private static boolean same(Line one, Line other) {
        return one.practitioner().equals(other.practitioner());
    }

    /** A month's pair, and a pair of one date by one practitioner. A held answer waits for a person, who is told. */
    private void together(Line one, Line other) {
        if (one.held() || other.held() || !one.ours() && !other.ours()) {
            return;
        }
        for (Pair pair : MONTHS) {
            boolean met = pair.one().contains(one.code()) && pair.other().contains(other.code());
            boolean forbidden = same(one, other)
                    ? !pair.anyone().equals("two")
                    : !pair.anyone().equals("no");
            if (met && forbidden && !one.date().isBefore(pair.from())) {
                say(one.code() + " and " + other.code() + " by " + one.practitioner() + " and " + other.practitioner()
                        + ": " + pair.why());
            }
        }
        Integer indicator = PAIRS.get(one.code() + " " + other.code());
        if (indicator != null && same(one, other) && dated(one, other)) {
            boolean marked = !one.modifier().isEmpty() || !other.modifier().isEmpty();
            if (indicator == 0 || indicator == 1 && !marked) {
                say(one.code() + " and " + other.code() + " on one date, indicator " + indicator);
            }
        }
    }

    /** Whether two lines have one date; that of a code on another claim is not known. */
    private static boolean dated(Line one, Line other) {
        return one.ours() && other.ours() && one.date().equals(other.date());
    }

    private void clinic() {
        boolean clinic = !facts.setting().equals("PFS");
        YearMonth month = facts.month();
        boolean individual = false;
        int bundled = 0;
        for (Line line : lines) {
            Code code = CODES.get(line.code());
            if (code == null || !line.ours()) {
                continue;
            }
            if (line.code().equals("G0511")) {
                // a held line waits for a person, as in every pair
                bundled += line.held() ? 0 : line.units();
            } else if (!CLINIC.contains(line.code()) && !code.service().equals("tcm")) {
                individual = true;
            }
        }
        if (!clinic && bundled > 0) {
            say("G0511 by a practice that is no clinic");
        }
        if (clinic && bundled > 1 && month.isBefore(YearMonth.of(2024, 1))) {
            say("G0511 x" + bundled + " before 2024");
        }
        if (clinic && bundled > 0 && individual) {
            say("G0511 and individual codes");
        }
        if (clinic && individual && month.isBefore(YearMonth.of(2025, 1))) {
            say("individual codes of a clinic before 2025");
        }
    }

    /** Each second supports one code: any codes together need no more than the union of what may count for them. */
    private void minutes() {
        List<Line> timed = lines.stream()
                .filter(line -> line.ours() && CODES.containsKey(line.code()))
                .filter(line -> CODES.get(line.code()).seconds() > 0)
                .toList();
        for (int some = 1; some < 1 << timed.size(); some++) {
            long needed = 0;
            List<Time> may = new ArrayList<>();
            for (int i = 0; i < timed.size(); i++) {
                if ((some >> i & 1) == 1) {
                    Code code = CODES.get(timed.get(i).code());
                    needed += code.seconds() * timed.get(i).units();
                    facts.time().stream().filter(time -> counts(time, code)).forEach(may::add);
                }
            }
            long there = union(may);
            if (needed > there) {
                String codes = "";
                for (int i = 0; i < timed.size(); i++) {
                    codes += (some >> i & 1) == 1
                            ? " " + timed.get(i).code() + "x" + timed.get(i).units()
                            : "";
                }
                say("needs " + needed + " s of " + there + " s:" + codes);
                return;
            }
        }
    }

    private static boolean counts(Time time, Code code) {
        boolean performer = !code.who().equals("personal") || time.personal();
        return performer && (code.service().equals("clinic") || code.service().equals(time.program()));
    }

    static long union(List<Time> times) {
        List<Time> sorted = new ArrayList<>(times);
        sorted.sort(Comparator.comparingLong(Time::from));
        long sum = 0;
        long reached = Long.MIN_VALUE;
        for (Time time : sorted) {
            long from = Math.max(time.from(), reached);
            sum += Math.max(0, time.to() - from);
            reached = Math.max(reached, time.to());
        }
        return sum;
    }

    private static Set<String> esrd() {
        Set<String> codes = new TreeSet<>();
        for (int code = 90951; code <= 90970; code++) {
            codes.add(Integer.toString(code));
        }
        return codes;
    }

    private static Map<String, Code> codes() {
        Map<String, Code> codes = new HashMap<>();
        for (String[] row : rows("/lawful/codes.csv")) {
            codes.put(
                    row[0],
                    new Code(
                            LocalDate.parse(row[1]),
                            row[2].isEmpty() ? OPEN : LocalDate.parse(row[2]),
                            Integer.parseInt(row[3]),
                            row[4].equals("2"),
                            row[5].isEmpty() ? Set.of() : Set.of(row[5].split(" ")),
                            row[6],
                            Long.parseLong(row[7]),
                            row[8]));
        }
        return codes;
    }

    private static List<Pair> months() {
        return rows("/lawful/months.csv").stream()
                .map(row -> new Pair(set(row[0]), set(row[1]), row[2], LocalDate.parse(row[3]), row[4]))
                .toList();
    }

    private static Set<String> set(String words) {
        return words.equals("ESRD") ? esrd() : Set.of(words.split(" "));
    }

    private static Map<String, Integer> pairs() {
        Map<String, Integer> pairs = new HashMap<>();
        for (String[] row : rows("/lawful/pairs.csv")) {
            pairs.put(row[0] + " " + row[1], Integer.parseInt(row[2]));
        }
        return pairs;
    }

    private static List<String[]> rows(String resource) {
        try (InputStream in = LawfulChecker.class.getResourceAsStream(resource)) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines.lines().skip(1).map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
