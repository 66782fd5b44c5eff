package health.medley.switchboard.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Origin;
import health.medley.core.ports.Choice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final PortKey KEY = new PortKey("a.B", "main");
    private static final Candidate A1 = candidate("a", "1.0.0");
    private static final Candidate A2 = candidate("a", "2.0.0");
    private static final Candidate B1 = candidate("b", "1.0.0");

    private static Candidate candidate(String name, String version) {
        return new Candidate(null, KEY, new Origin(name, version, ""), Map.of());
    }

    private static Selection select(List<Candidate> candidates, String chosen, @Nullable Candidate incumbent) {
        return Selection.of(candidates, Choices.parse(chosen), null, incumbent, List.of());
    }

    @Test
    void theOnlyCandidateIsSelected() {
        assertEquals(A1, select(List.of(A1), "", null).candidate());
    }

    @Test
    void ofTwoNobodyIsAndTheSentenceNamesBoth() {
        Selection none = select(List.of(A1, B1), "", null);
        assertNull(none.candidate());
        assertTrue(none.why().contains("a 1.0.0, b 1.0.0"), none.why());
    }

    @Test
    void whoAnswersAlreadyStays() {
        assertEquals(B1, select(List.of(A1, B1), "", B1).candidate());
    }

    @Test
    void whoAnsweredAndIsGoneDoesNotStay() {
        assertEquals(A1, select(List.of(A1), "", B1).candidate());
        assertNull(select(List.of(A1, A2), "", B1).candidate());
    }

    @Test
    void theChosenOneGoesBeforeWhoAnswers() {
        assertEquals(A2, select(List.of(A1, A2, B1), "a/2.0.0", A1).candidate());
    }

    @Test
    void aChosenVersionThatIsNotThereIsNotReplacedByAnother() {
        Selection none = select(List.of(A1), "a/2.0.0", null);
        assertNull(none.candidate());
        assertTrue(none.why().contains("Version 2.0.0 of a was chosen and is not there"), none.why());
    }

    @Test
    void twoChosenAtStartAreNotDecidedBetween() {
        assertNull(select(List.of(A1, B1), "a/1.0.0, b/1.0.0", null).candidate());
    }

    @Test
    void ofTwoChosenOneAfterTheOtherTheLaterWins() {
        Choices choices = Choices.parse("a/1.0.0").with(List.of(new Choice("b", "1.0.0")), 7);
        assertEquals(
                B1,
                Selection.of(List.of(A1, B1), choices, null, null, List.of()).candidate());
        assertEquals(
                A1, Selection.of(List.of(A1), choices, null, null, List.of()).candidate());
    }

    @Test
    void whereTheChosenOneIsGoneNobodyElseStepsIn() {
        Choices choices = Choices.parse("").with(List.of(new Choice("b", "1.0.0")), 7);
        Selection none = Selection.of(List.of(A1), choices, new Choice("b", "1.0.0"), null, List.of());
        assertNull(none.candidate());
        assertTrue(none.why().contains("b 1.0.0 is gone"), none.why());
    }

    @Test
    void anAnnouncedBundleCountsAsACandidate() {
        Selection none =
                Selection.of(List.of(A1), Choices.parse(""), null, null, List.of(new Origin("b", "1.0.0", "")));
        assertNull(none.candidate());
        assertTrue(none.why().contains("a 1.0.0, b 1.0.0"), none.why());
    }

    @Test
    void aChoiceThatIsNoneIsRefusedWithTheWayToWriteOne() {
        String message = assertThrows(IllegalArgumentException.class, () -> Choices.parse("ccm-2025"))
                .getMessage();
        assertTrue(message.contains("name/version"), message);
    }
}
