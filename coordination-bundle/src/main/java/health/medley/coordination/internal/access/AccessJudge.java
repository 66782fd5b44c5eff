package health.medley.coordination.internal.access;

import health.medley.core.Finding;
import health.medley.core.Outcome;
import health.medley.core.coordination.ChannelKind;
import health.medley.core.coordination.CoverageGap;
import health.medley.core.coordination.OfferedChannel;
import health.medley.core.coordination.TestCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges the access that a practice offers. */
final class AccessJudge {

    private AccessJudge() {}

    static Finding coverage(List<CoverageGap> gaps) {
        if (gaps.isEmpty()) {
            return met("ACCESS_24_7_MISSING", "Somebody who reaches the record answers at every hour of the month.");
        }
        long minutes = gaps.stream()
                .mapToLong(gap -> Duration.between(gap.from(), gap.to()).toMinutes())
                .sum();
        CoverageGap first = gaps.get(0);
        return new Finding(
                "ACCESS_24_7_MISSING",
                Outcome.HOLD,
                "For " + minutes + " minutes of the month nobody answers who reaches the record, first from "
                        + first.from() + " to " + first.to() + ".",
                Map.of(
                        "first_gap", first.from() + "/" + first.to(),
                        "gaps", Integer.toString(gaps.size()),
                        "minutes", Long.toString(minutes)),
                Optional.empty(),
                Optional.of("Add shifts that cover the gaps to a roster that is valid on these days."));
    }

    static Finding tests(List<TestCall> calls) {
        long passed = calls.stream().filter(TestCall::passed).count();
        if (passed > 0) {
            return met(
                    "ACCESS_24_7_UNTESTED",
                    passed + " of " + calls.size() + " test calls of the month reached somebody with the record.");
        }
        return new Finding(
                "ACCESS_24_7_UNTESTED",
                Outcome.WARNING,
                calls.isEmpty()
                        ? "Nobody tested in the month whether the number is answered."
                        : "None of " + calls.size() + " test calls of the month reached somebody with the record.",
                Map.of("test_calls", Integer.toString(calls.size())),
                Optional.empty(),
                Optional.of("Call the number outside office hours and log the test call."));
    }

    static Finding channels(List<OfferedChannel> offered) {
        boolean spoken = offered.stream().anyMatch(channel -> channel.kind() == ChannelKind.SPOKEN);
        boolean written = offered.stream().anyMatch(channel -> channel.kind() == ChannelKind.WRITTEN);
        if (spoken && written) {
            return met("CHANNELS_MISSING", "The telephone and a written channel are offered.");
        }
        return new Finding(
                "CHANNELS_MISSING",
                Outcome.WARNING,
                "Patients are offered " + (spoken ? "the telephone only." : written ? "no telephone." : "no channel."),
                Map.of(
                        "offered",
                        offered.stream().map(OfferedChannel::id).toList().toString()),
                Optional.empty(),
                Optional.of("Offer at least the telephone and one written channel, such as a portal or mail."));
    }

    private static Finding met(String code, String sentence) {
        return Finding.of(code, Outcome.MET, sentence);
    }
}
