package health.medley.billing.internal.month;

import health.medley.billing.internal.facts.CanonicalFacts;
import health.medley.core.Caller;
import health.medley.core.CareTime;
import health.medley.core.ErrorCode;
import health.medley.core.ErrorKind;
import health.medley.core.Finding;
import health.medley.core.MedleyException;
import health.medley.core.Money;
import health.medley.core.Outcome;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.BillingService;
import health.medley.core.billing.Determination;
import health.medley.core.billing.PatientMonth;
import health.medley.core.billing.Status;
import health.medley.core.eligibility.EnrolledProgram;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks billing about recorded months. A month that cannot be decided gets an answer that says so and bills nothing. */
final class MonthDeciding {
    /** Reason of a month that cannot be decided. */
    static final String UNDECIDED = "UNDECIDED";

    private final BillingService billing;
    private final Caller caller;
    private final ServiceMonth month;

    MonthDeciding(BillingService billing, Caller caller, ServiceMonth month) {
        this.billing = billing;
        this.caller = caller;
        this.month = month;
    }

    List<DecidedMonth> decide(List<RecordedMonth> recorded) {
        return recorded.stream().map(this::decide).toList();
    }

    DecidedMonth decide(RecordedMonth recorded) {
        if (recorded.enrolled().isEmpty()) {
            return new DecidedMonth(recorded.patient(), List.of());
        }
        if (recorded.question().isEmpty()) {
            return undecided(recorded, "The record has no chart of this patient.");
        }
        PatientMonth question = recorded.question().get();
        try {
            return decided(recorded, billing.determine(caller, question));
        } catch (MedleyException e) {
            if (e.code().kind() != ErrorKind.USER
                    || e.code().equals(ErrorCode.PERMISSION_DENIED)
                    || e.code().equals(ErrorCode.ARGUMENT_INVALID)) {
                // not this patient's alone: nothing of the chunk is kept
                throw e;
            }
            return undecided(recorded, "This month cannot be decided: " + e.getMessage());
        }
    }

    /** Two times of consent in one program and month: what bills goes before what does not. */
    private static DecidedMonth decided(RecordedMonth recorded, List<Determination> answers) {
        Map<String, DecidedMonth.Program> byProgram = new LinkedHashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            String npi = recorded.question().orElseThrow().enrollments().get(i).practitionerNpi();
            byProgram.merge(
                    answers.get(i).program(),
                    new DecidedMonth.Program(npi, answers.get(i)),
                    (first, second) -> better(second, first) ? second : first);
        }
        return new DecidedMonth(recorded.patient(), new ArrayList<>(byProgram.values()));
    }

    private static boolean better(DecidedMonth.Program one, DecidedMonth.Program other) {
        int rank = one.determination().status().compareTo(other.determination().status());
        return rank < 0
                || rank == 0
                        && one.determination()
                                        .amount()
                                        .compareTo(other.determination().amount())
                                > 0;
    }

    private DecidedMonth undecided(RecordedMonth recorded, String sentence) {
        Finding why = Finding.of(UNDECIDED, Outcome.FAILED, sentence);
        Map<String, DecidedMonth.Program> byProgram = new LinkedHashMap<>();
        for (EnrolledProgram enrolled : recorded.enrolled()) {
            Determination nothing = new Determination(
                    recorded.question().map(PatientMonth::patient).orElse(""),
                    month,
                    enrolled.program(),
                    Status.UNKNOWN,
                    List.of(),
                    Money.ZERO,
                    UNDECIDED,
                    CareTime.NONE,
                    CareTime.NONE,
                    Optional.empty(),
                    Optional.empty(),
                    Map.of(),
                    CanonicalFacts.sha256(Map.of()),
                    List.of(why));
            byProgram.put(
                    enrolled.program(),
                    new DecidedMonth.Program(enrolled.terms(month).practitionerNpi(), nothing));
        }
        return new DecidedMonth(recorded.patient(), new ArrayList<>(byProgram.values()));
    }
}
