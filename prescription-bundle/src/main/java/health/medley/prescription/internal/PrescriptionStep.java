package health.medley.prescription.internal;

import static health.medley.core.prescription.PrescriptionStatus.ACCEPTED;
import static health.medley.core.prescription.PrescriptionStatus.CANCELLED;
import static health.medley.core.prescription.PrescriptionStatus.DISPENSED;
import static health.medley.core.prescription.PrescriptionStatus.DRAFT;
import static health.medley.core.prescription.PrescriptionStatus.EXPIRED;
import static health.medley.core.prescription.PrescriptionStatus.REFILL_APPROVED;
import static health.medley.core.prescription.PrescriptionStatus.REFILL_DENIED;
import static health.medley.core.prescription.PrescriptionStatus.REFILL_REQUESTED;
import static health.medley.core.prescription.PrescriptionStatus.REFUSED;
import static health.medley.core.prescription.PrescriptionStatus.SENT;
import static health.medley.core.prescription.PrescriptionStatus.SIGNED;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.prescription.PharmacyAnswer;
import health.medley.core.prescription.Prescription;
import health.medley.core.prescription.PrescriptionStatus;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The steps of a prescription: from where each is possible, and where it leads. */
enum PrescriptionStep {
    SIGN(SIGNED, EnumSet.of(DRAFT)),
    SEND(SENT, EnumSet.of(SIGNED, REFUSED, REFILL_APPROVED)),
    ACCEPT(ACCEPTED, EnumSet.of(SENT)),
    REFUSE(REFUSED, EnumSet.of(SENT, ACCEPTED)),
    DISPENSE(DISPENSED, EnumSet.of(SENT, ACCEPTED, DISPENSED, REFILL_DENIED)),
    REQUEST_REFILL(REFILL_REQUESTED, EnumSet.of(DISPENSED, REFILL_DENIED)),
    APPROVE_REFILL(REFILL_APPROVED, EnumSet.of(REFILL_REQUESTED)),
    DENY_REFILL(REFILL_DENIED, EnumSet.of(REFILL_REQUESTED)),
    CANCEL(CANCELLED, EnumSet.complementOf(EnumSet.of(CANCELLED, EXPIRED))),
    EXPIRE(EXPIRED, EnumSet.complementOf(EnumSet.of(CANCELLED, EXPIRED)));

    private final PrescriptionStatus to;
    private final Set<PrescriptionStatus> from;

    PrescriptionStep(PrescriptionStatus to, Set<PrescriptionStatus> from) {
        this.to = to;
        this.from = from;
    }

    /** The status it leads to. */
    PrescriptionStatus to() {
        return to;
    }

    /** The step that a pharmacy's answer is. */
    static PrescriptionStep of(PharmacyAnswer answer) {
        return switch (answer) {
            case ACCEPTED -> ACCEPT;
            case REFUSED -> REFUSE;
            case DISPENSED -> DISPENSE;
            case EXPIRED -> EXPIRE;
        };
    }

    /**
     * Check that a prescription stands so that this can be done.
     *
     * @throws MedleyException {@code STATE_INVALID}
     */
    void check(Prescription prescription) {
        PrescriptionStatus status = prescription.status();
        if (!from.contains(status)) {
            throw new MedleyException(
                    ErrorCode.STATE_INVALID,
                    "To " + words() + " a prescription that is " + status + ": expected " + from
                            + "; what can be done with it now: " + possible(status));
        }
    }

    private static String possible(PrescriptionStatus status) {
        String steps = Arrays.stream(values())
                .filter(step -> step.from.contains(status))
                .map(PrescriptionStep::words)
                .collect(Collectors.joining(", "));
        return steps.isEmpty() ? "nothing; write a new one" : steps;
    }

    private String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
