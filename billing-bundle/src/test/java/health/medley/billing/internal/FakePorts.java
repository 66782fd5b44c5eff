package health.medley.billing.internal;

import health.medley.core.Caller;
import health.medley.core.Role;
import health.medley.core.eligibility.EligibilityDecision;
import health.medley.core.eligibility.EligibilityQuestion;
import health.medley.core.eligibility.EligibilityService;
import health.medley.core.eligibility.VisitStanding;
import health.medley.core.time.CountedTime;
import health.medley.core.time.PerformerOverlap;
import health.medley.core.time.TimeCounter;
import health.medley.core.time.TimeEntry;
import health.medley.core.time.TimeQuestion;
import java.util.List;
import java.util.function.Function;

/** Ports that answer what a test says. */
public final class FakePorts {
    public static final Caller CALLER = Caller.of("test", "practice", Role.HOST, "test");

    private FakePorts() {}

    public static EligibilityService eligible(Function<EligibilityQuestion, EligibilityDecision> answer) {
        return (caller, question) -> answer.apply(question);
    }

    public static EligibilityDecision nobody() {
        return new EligibilityDecision(false, List.of(), VisitStanding.NONE, List.of(), List.of());
    }

    public static TimeCounter ledger(Function<TimeQuestion, CountedTime> answer) {
        return new TimeCounter() {
            @Override
            public CountedTime count(Caller caller, TimeQuestion question) {
                return answer.apply(question);
            }

            @Override
            public List<PerformerOverlap> overlaps(Caller caller, List<TimeEntry> entries) {
                return List.of();
            }
        };
    }

    /** Billing over the shipped rules, for cases; its ports must not be asked. */
    public static RuleBillingService billing() {
        return new RuleBillingService(
                eligible(question -> nobody()),
                ledger(question -> {
                    throw new IllegalStateException("Cases ask no ledger");
                }),
                FixedLibrary.shipped());
    }

    /** Billing over the shipped rules for patients with so many diseases, whose time is counted second by second. */
    public static RuleBillingService counting(int diseases) {
        return new RuleBillingService(
                eligible(question -> SamplePractice.eligible(diseases, VisitStanding.STATED)),
                ledger(NaiveLedger::count),
                FixedLibrary.shipped());
    }
}
