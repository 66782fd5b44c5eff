package health.medley.coordination.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Caller;
import health.medley.core.Role;
import health.medley.core.time.CountedTime;
import health.medley.core.time.TimeEntry;
import health.medley.core.time.TimeExclusion;
import health.medley.core.time.TimeQuestion;
import health.medley.core.time.TimeStay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTimeCounterAgainstNaiveCounterTest {
    private static final Caller CALLER = Caller.of("test", "p1", Role.HOST, "counting");
    private static final int QUESTIONS = 1500;

    private final IntervalTimeCounter ledger = new IntervalTimeCounter();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261001})
    void countsAsASecondBySecondCounterDoes(long seed) {
        RandomQuestions questions = new RandomQuestions(seed);
        for (int i = 0; i < QUESTIONS; i++) {
            TimeQuestion question = questions.next();
            assertEquals(NaiveCounter.count(question), ledger.count(CALLER, question), () -> "of " + question);
        }
    }

    @Test
    void theRandomQuestionsReachEveryReasonSplitAndOverlap() {
        RandomQuestions questions = new RandomQuestions(1);
        Set<TimeExclusion> uncounted = EnumSet.noneOf(TimeExclusion.class);
        Set<TimeExclusion> gained = EnumSet.noneOf(TimeExclusion.class);
        int split = 0;
        int overlapping = 0;
        int nothing = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            CountedTime counted = NaiveCounter.count(questions.next());
            counted.uncounted().forEach(part -> uncounted.add(part.why()));
            gained.addAll(counted.pooledMore().keySet());
            split += counted.splitAtMonthEdge() ? 1 : 0;
            overlapping += counted.logged().compareTo(counted.pooled()) > 0 ? 1 : 0;
            nothing += counted.firstCounted().isEmpty() ? 1 : 0;
        }
        assertEquals(EnumSet.allOf(TimeExclusion.class), uncounted);
        assertEquals(EnumSet.allOf(TimeExclusion.class), gained);
        assertTrue(split > 100 && overlapping > 100 && nothing > 100, split + " " + overlapping + " " + nothing);
    }

    @Test
    void answersTheSameInAnyOrderOfTheEntries() {
        RandomQuestions questions = new RandomQuestions(4);
        Random random = new Random(5);
        for (int i = 0; i < QUESTIONS; i++) {
            TimeQuestion question = questions.next();
            List<TimeEntry> shuffled = new ArrayList<>(question.entries());
            Collections.shuffle(shuffled, random);
            TimeQuestion other = new TimeQuestion(
                    question.month(),
                    question.zone(),
                    question.program(),
                    question.practitioner(),
                    question.countFrom(),
                    question.death(),
                    question.countTo(),
                    question.stays(),
                    shuffled);
            assertEquals(ledger.count(CALLER, question), ledger.count(CALLER, other));
        }
    }

    @Test
    void everySecondOfEveryEntryIsCountedOrListed() {
        RandomQuestions questions = new RandomQuestions(6);
        for (int i = 0; i < QUESTIONS; i++) {
            TimeQuestion question = questions.next();
            CountedTime counted = ledger.count(CALLER, question);
            long given = question.entries().stream()
                    .mapToLong(
                            entry -> entry.end().toEpochSecond() - entry.start().toEpochSecond())
                    .sum();
            long listed = counted.uncounted().stream()
                    .mapToLong(part -> part.time().seconds())
                    .sum();
            assertEquals(given, counted.logged().seconds() + listed);
        }
    }

    @Test
    void oneMoreReasonNotToCountNeverAddsTime() {
        RandomQuestions questions = new RandomQuestions(7);
        for (int i = 0; i < QUESTIONS; i++) {
            TimeQuestion question = questions.next();
            LocalDate day = question.month().firstDay().plusDays(i % 28);
            List<TimeStay> stays = new ArrayList<>(question.stays());
            stays.add(new TimeStay(day, day, "inpatient"));
            TimeQuestion stricter = new TimeQuestion(
                    question.month(),
                    question.zone(),
                    question.program(),
                    question.practitioner(),
                    question.countFrom(),
                    Optional.of(question.death().orElse(question.month().lastDay())),
                    question.countTo(),
                    stays,
                    question.entries());
            assertTrue(ledger.count(CALLER, stricter)
                            .pooled()
                            .compareTo(ledger.count(CALLER, question).pooled())
                    <= 0);
        }
    }
}
