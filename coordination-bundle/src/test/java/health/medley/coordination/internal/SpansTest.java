package health.medley.coordination.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SpansTest {
    private Random random = new Random(0);

    @BeforeEach
    void seed() {
        random = new Random(0);
    }

    @Test
    void intervalsThatTouchAddUpAndNestedOnesDoNot() {
        assertEquals(20, spans(List.of(span(0, 10), span(10, 20))).union());
        assertEquals(10, spans(List.of(span(0, 10), span(2, 5), span(0, 10))).union());
        assertEquals(0, spans(List.of()).union());
        assertEquals(0, spans(List.of(span(7, 7))).union());
    }

    @RepeatedTest(200)
    void theUnionObeysTheLawsOfSets(RepetitionInfo repetition) {
        random = new Random(repetition.getCurrentRepetition());
        List<long[]> a = some();
        List<long[]> b = some();
        List<long[]> c = some();
        long union = spans(a).unionWith(spans(b));
        assertEquals(spans(b).unionWith(spans(a)), union, "commutes");
        assertEquals(spans(both(a, b)).unionWith(spans(c)), spans(a).unionWith(spans(both(b, c))), "associates");
        assertEquals(spans(a).union(), spans(a).unionWith(spans(a)), "is idempotent");
        assertEquals(spans(a).union(), spans(a).unionWith(new Spans()), "knows the empty set");
        assertTrue(union >= spans(a).union() && union <= spans(a).union() + spans(b).union(), "is subadditive");
        assertTrue(spans(a).union() <= spans(a).sum(), "is at most the sum");
        assertEquals(seconds(both(a, b)), union, "is the number of seconds");
    }

    @RepeatedTest(200)
    void neitherOrderNorCuttingNorShiftingChangesTheUnion(RepetitionInfo repetition) {
        random = new Random(repetition.getCurrentRepetition());
        List<long[]> intervals = some();
        long union = spans(intervals).union();
        List<long[]> other = new ArrayList<>();
        for (long[] interval : intervals) {
            long cut = interval[0] + random.nextInt((int) (interval[1] - interval[0]) + 1);
            other.add(span(interval[0] + 1000, cut + 1000));
            other.add(span(cut + 1000, interval[1] + 1000));
        }
        Collections.shuffle(other, random);
        assertEquals(union, spans(other).union());
        assertEquals(spans(intervals).sum(), spans(other).sum());
    }

    private List<long[]> some() {
        List<long[]> some = new ArrayList<>();
        for (int i = random.nextInt(25); i > 0; i--) {
            long start = random.nextInt(200) - 100;
            some.add(span(start, start + random.nextInt(30)));
        }
        return some;
    }

    private static long seconds(List<long[]> intervals) {
        long seconds = 0;
        for (long second = -200; second < 400; second++) {
            long at = second;
            seconds += intervals.stream().anyMatch(interval -> interval[0] <= at && at < interval[1]) ? 1 : 0;
        }
        return seconds;
    }

    private static List<long[]> both(List<long[]> one, List<long[]> other) {
        List<long[]> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    private static long[] span(long start, long end) {
        return new long[] {start, end};
    }

    private static Spans spans(List<long[]> intervals) {
        Spans spans = new Spans();
        intervals.forEach(interval -> spans.add(interval[0], interval[1]));
        return spans;
    }
}
