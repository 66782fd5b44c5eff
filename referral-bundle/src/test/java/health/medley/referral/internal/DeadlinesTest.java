package health.medley.referral.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import health.medley.core.practice.Practice;
import health.medley.core.referral.ReferralState;
import health.medley.core.referral.ReferralUrgency;
import health.medley.record.RecordJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeadlinesTest {

    private final Deadlines deadlines = Deadlines.shipped(RecordJson.mapper());
    private final Practice practice = new TestPractice("2025-03-20T16:00:00Z").practice(TestPractice.ANN);

    @Test
    void areThoseOfTheReference() throws Exception {
        List<String> lines = Files.readAllLines(Path.of("..", "docs", "reference", "referrals.md"));
        for (ReferralState state : ReferralState.values()) {
            if (!state.ended()) {
                StringBuilder row = new StringBuilder("| " + word(state));
                for (ReferralUrgency urgency : ReferralUrgency.values()) {
                    row.append(" | ")
                            .append(deadlines
                                    .of(practice, urgency, state, LocalDate.parse("2025-03-20"))
                                    .orElseThrow()
                                    .within());
                }
                assertEquals(
                        1,
                        lines.stream()
                                .filter(row.append(" |").toString()::equals)
                                .count(),
                        row.toString());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ReferralUrgency.class)
    void nothingIsAwaitedOfWhatEnded(ReferralUrgency urgency) {
        LocalDate day = LocalDate.parse("2025-03-20");
        assertEquals(Optional.empty(), deadlines.of(practice, urgency, ReferralState.CLOSED, day));
        assertEquals(Optional.empty(), deadlines.of(practice, urgency, ReferralState.CANCELLED, day));
    }

    private static String word(ReferralState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
