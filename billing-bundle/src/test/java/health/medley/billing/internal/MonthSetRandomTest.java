package health.medley.billing.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.billing.internal.set.Demand;
import health.medley.billing.internal.set.Option;
import health.medley.billing.internal.set.SetLaws;
import health.medley.core.billing.CodeLine;
import health.medley.core.billing.Determination;
import health.medley.core.billing.Status;
import health.medley.core.practice.OtherCode;
import health.medley.core.time.TimeRole;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random months of several programs under the shipped rules: what is chosen is what trying every set chooses. */
class MonthSetRandomTest {
    private static final int MONTHS = 10_000;
    private static final List<String> OF_YEARS =
            List.of("2020-12", "2021-01", "2022-07", "2024-03", "2024-09", "2025-03", "2025-09", "2025-10", "2026-01");
    private static final String[][] TRACKS = {
        {"ccm", "staff"},
        {"ccm", "complex"},
        {"ccm", "practitioner"},
        {"pcm", "pcm_staff"},
        {"pcm", "pcm_practitioner"},
        {"apcm", "apcm"},
        {"tcm", "tcm"},
        {"bhi", "bhi"},
        {"cocm", "cocm"},
        {"rpm", "rpm"},
        {"chi", "chi"},
        {"pin", "pin"},
        {"cpm", "cpm"}
    };

    private final RuleBillingService billing = SetMonths.billing();

    static SetMonths random(long seed) {
        Random random = new Random(seed);
        SetMonths month = new SetMonths(OF_YEARS.get(random.nextInt(OF_YEARS.size())));
        int programs = 1 + random.nextInt(4);
        for (int i = 0; i < programs; i++) {
            String[] one = TRACKS[random.nextInt(TRACKS.length)];
            month.enroll(one[0], one[1], random.nextInt(8) == 0 ? SetMonths.ANOTHER : SetMonths.OURS);
            for (int call = random.nextInt(4); call > 0; call--) {
                TimeRole role = random.nextInt(3) == 0 ? TimeRole.PRACTITIONER : TimeRole.STAFF;
                month.time(one[0], role, random.nextInt(80), 5 + 5 * random.nextInt(12));
            }
        }
        month.mdm = List.of("low", "moderate", "high").get(random.nextInt(3));
        stated(month, random, "device_days", "12", "16", "20");
        stated(month, random, "interactive", "Y");
        stated(month, random, "primary_care_focal", "Y");
        stated(month, random, "month", "initial", "subsequent");
        stated(month, random, "visit_day", "6", "12");
        stated(month, random, "contact_business_day", "1", "2");
        for (String code : List.of("99214", "G0181", "99457", "99484", "99490")) {
            if (random.nextInt(12) == 0) {
                month.codes.add(new OtherCode(code, random.nextBoolean() ? OtherCode.US : "P2"));
            }
        }
        return month;
    }

    private static void stated(SetMonths month, Random random, String name, String... values) {
        if (random.nextInt(3) > 0) {
            month.extra.put(name, values[random.nextInt(values.length)]);
        }
    }

    @Test
    void theSetChosenIsTheBestOfAll() {
        int several = 0;
        int lost = 0;
        for (long seed = 0; seed < MONTHS; seed++) {
            List<SetEntry> entries =
                    billing.entries(FakePorts.CALLER, random(seed).question());
            if (entries.isEmpty()) {
                continue;
            }
            MonthSet.Found found = MonthSet.search(entries);
            Everything all = new Everything(found);
            assertArrayEquals(all.best(), found.best().choice(), "seed " + seed);
            several += all.members > 1 ? 1 : 0;
            lost += all.members
                            > Arrays.stream(found.best().choice())
                                    .filter(one -> one >= 0)
                                    .count()
                    ? 1
                    : 0;
        }
        assertTrue(several > MONTHS / 4, several + " months with several services that could bill");
        assertTrue(lost > MONTHS / 20, lost + " months in which one lost");
    }

    @Test
    void everyAnswerFollowsFromItsFactsAndNoCodeGoesTwice() {
        for (long seed = 0; seed < MONTHS / 5; seed++) {
            SetMonths month = random(seed);
            List<String> billed = new ArrayList<>();
            for (Determination answer : billing.determine(FakePorts.CALLER, month.question())) {
                if (answer.status() == Status.UNKNOWN) {
                    continue;
                }
                Determination again =
                        billing.recompute(FakePorts.CALLER, SetMonths.rules(answer), "p", month.month, answer.facts());
                assertEquals(said(answer), said(again), "seed " + seed);
                answer.codes().stream().map(CodeLine::code).forEach(billed::add);
            }
            assertEquals(billed.size(), billed.stream().distinct().count(), "seed " + seed + " " + billed);
        }
    }

    private static String said(Determination answer) {
        return answer.status() + " " + answer.codes() + " " + answer.amount() + " " + answer.reason() + " "
                + answer.factsHash();
    }

    /** Try every choice of the members that could bill, and keep the best. */
    private static final class Everything {
        private final MonthSet.Found found;
        private final int[] choice;
        private final int members;
        private int[] best;
        private long[] worth = {-1};
        private boolean free;

        Everything(MonthSet.Found found) {
            this.found = found;
            this.choice = new int[found.members().size()];
            this.best = new int[choice.length];
            this.members = (int) found.members().stream()
                    .filter(member -> !member.offers().isEmpty())
                    .count();
            Arrays.fill(best, SetLaws.NOTHING);
        }

        /** Members that cannot matter to each other are judged apart, as a circle among some is nothing to the others. */
        int[] best() {
            int[] all = best.clone();
            boolean[] done = new boolean[choice.length];
            for (int first = 0; first < choice.length; first++) {
                if (done[first]) {
                    continue;
                }
                List<Integer> group = new ArrayList<>(List.of(first));
                done[first] = true;
                for (int i = 0; i < group.size(); i++) {
                    for (int other = 0; other < choice.length; other++) {
                        if (!done[other] && found.laws().interact(group.get(i), other)) {
                            done[other] = true;
                            group.add(other);
                        }
                    }
                }
                group.sort(null);
                Arrays.fill(choice, SetLaws.NOTHING);
                Arrays.fill(best, SetLaws.NOTHING);
                worth = new long[] {-1};
                free = false;
                every(group, 0);
                group.forEach(member -> all[member] = best[member]);
            }
            return all;
        }

        private void every(List<Integer> group, int at) {
            if (at == group.size()) {
                judge();
                return;
            }
            int member = group.get(at);
            for (int offer = 0; offer < found.members().get(member).offers().size(); offer++) {
                choice[member] = offer;
                every(group, at + 1);
            }
            choice[member] = SetLaws.NOTHING;
            every(group, at + 1);
        }

        private void judge() {
            long declared = 0;
            long billed = 0;
            long cents = 0;
            List<Demand> demands = new ArrayList<>();
            for (int member = 0; member < choice.length; member++) {
                if (choice[member] != SetLaws.NOTHING) {
                    Option option = found.members()
                            .get(member)
                            .offers()
                            .get(choice[member])
                            .option();
                    declared += option.declared() ? 1 : 0;
                    billed++;
                    cents += option.cents();
                    demands.addAll(option.demands());
                }
            }
            long[] of = {declared, billed, cents};
            if (billed > 0 && found.pools().meet(demands) && lawful()) {
                boolean contested = contested();
                boolean better = free == !contested ? Arrays.compare(of, worth) > 0 : free ? false : true;
                if (better) {
                    best = choice.clone();
                    worth = of;
                    free = !contested;
                }
            }
        }

        private boolean lawful() {
            for (int member = 0; member < choice.length; member++) {
                if (choice[member] != SetLaws.NOTHING && !found.laws().stands(choice, member)) {
                    return false;
                }
            }
            return true;
        }

        private boolean contested() {
            for (int member = 0; member < choice.length; member++) {
                if (choice[member] == SetLaws.NOTHING && found.laws().contests(choice, member)) {
                    return true;
                }
            }
            return false;
        }
    }
}
