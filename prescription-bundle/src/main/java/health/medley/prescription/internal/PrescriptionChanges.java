package health.medley.prescription.internal;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.prescription.ConflictKind;
import health.medley.core.prescription.ConflictSeverity;
import health.medley.core.prescription.MedicationConflict;
import health.medley.core.prescription.MedicationList;
import health.medley.core.prescription.MedicationService;
import health.medley.core.prescription.PharmacyReport;
import health.medley.core.prescription.Prescription;
import health.medley.core.prescription.PrescriptionEvent;
import health.medley.core.prescription.PrescriptionStatus;
import health.medley.core.prescription.RefillDecision;
import health.medley.core.prescription.RefillRequest;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes prescriptions from step to step. */
final class PrescriptionChanges {
    /** Where the pharmacy has an order that it may still fill. */
    private static final Set<PrescriptionStatus> AT_PHARMACY = EnumSet.of(
            PrescriptionStatus.SENT,
            PrescriptionStatus.ACCEPTED,
            PrescriptionStatus.DISPENSED,
            PrescriptionStatus.REFILL_REQUESTED,
            PrescriptionStatus.REFILL_DENIED);

    private final MedicationRecords records;
    private final Gateways gateways;
    private final MedicationService medications;
    private final PracticeDays days;

    PrescriptionChanges(
            MedicationRecords records, Gateways gateways, MedicationService medications, PracticeDays days) {
        this.records = records;
        this.gateways = gateways;
        this.medications = medications;
        this.days = days;
    }

    Prescription sign(Caller caller, String id, long version, String npi) {
        Prescription draft = prescription(caller, id, version, PrescriptionStep.SIGN);
        LocalDate today = checkNotOver(caller, draft);
        if (!npi.matches("\\d{10}")) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID, "Signing a prescription: the NPI is not ten digits; correct it");
        }
        checkSettled(caller, draft);
        Prescription signed =
                new PrescriptionCopying(draft, event(caller, PrescriptionStep.SIGN, today, "")).signed(npi);
        MedicationList list = records.list(caller, draft.patient());
        return records.save(caller, signed, Optional.of(ListEntries.signed(list, signed, today)), "signed");
    }

    Prescription send(Caller caller, String id, long version, String gateway) {
        Prescription signed = prescription(caller, id, version, PrescriptionStep.SEND);
        LocalDate today = checkNotOver(caller, signed);
        String receipt = gateways.send(caller, gateway, signed);
        PrescriptionEvent event = event(caller, PrescriptionStep.SEND, today, "through " + gateway);
        Prescription sent = new PrescriptionCopying(signed, event).sent(gateway, receipt);
        return records.save(caller, sent, Optional.empty(), "sent");
    }

    Prescription report(Caller caller, String id, long version, PharmacyReport report) {
        PrescriptionStep step = PrescriptionStep.of(report.answer());
        Prescription before = prescription(caller, id, version, step);
        days.checkNotToCome(caller, "What a pharmacy says", report.day());
        PrescriptionCopying copying = new PrescriptionCopying(before, event(caller, step, report.day(), report.text()));
        if (step == PrescriptionStep.DISPENSE) {
            checkMayBeDispensed(before, report.day());
            return records.save(caller, copying.dispensed(), Optional.empty(), "dispensed");
        }
        if (step == PrescriptionStep.EXPIRE && !report.day().isAfter(before.lastDay())) {
            throw new MedleyException(
                    ErrorCode.STATE_INVALID,
                    "To expire a prescription on " + report.day() + ": its last day is " + before.lastDay()
                            + "; expected a later day; cancel it instead");
        }
        return records.save(caller, copying.moved(), Optional.empty(), "pharmacy: " + report.answer());
    }

    Prescription requestRefill(Caller caller, String id, long version, RefillRequest request) {
        Prescription before = prescription(caller, id, version, PrescriptionStep.REQUEST_REFILL);
        days.checkNotToCome(caller, "A refill asked for", request.day());
        checkNotOver(caller, before);
        PrescriptionEvent event = event(caller, PrescriptionStep.REQUEST_REFILL, request.day(), request.text());
        Prescription asked = new PrescriptionCopying(before, event).moved();
        return records.save(caller, asked, Optional.empty(), "refill requested");
    }

    Prescription decideRefill(Caller caller, String id, long version, RefillDecision decision) {
        PrescriptionStep step = decision.times() == 0 ? PrescriptionStep.DENY_REFILL : PrescriptionStep.APPROVE_REFILL;
        Prescription before = prescription(caller, id, version, step);
        days.checkNotToCome(caller, "A decision on a refill", decision.day());
        PrescriptionCopying copying =
                new PrescriptionCopying(before, event(caller, step, decision.day(), decision.reason()));
        if (step == PrescriptionStep.DENY_REFILL) {
            return records.save(caller, copying.moved(), Optional.empty(), "refill denied");
        }
        checkNotOver(caller, before);
        checkSettled(caller, before);
        return records.save(caller, copying.refillApproved(decision.times()), Optional.empty(), "refill approved");
    }

    Prescription cancel(Caller caller, String id, long version, String reason) {
        Prescription before = prescription(caller, id, version, PrescriptionStep.CANCEL);
        if (reason.isBlank()) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID, "Cancelling a prescription without a reason: say why in a few words");
        }
        LocalDate today = days.today(caller);
        if (AT_PHARMACY.contains(before.status())) {
            gateways.cancel(caller, before.gateway().orElseThrow(), before, reason);
        }
        Prescription cancelled =
                new PrescriptionCopying(before, event(caller, PrescriptionStep.CANCEL, today, reason)).moved();
        MedicationList list = records.list(caller, before.patient());
        return records.save(caller, cancelled, ListEntries.withdrawn(list, before, today), "cancelled");
    }

    private Prescription prescription(Caller caller, String id, long version, PrescriptionStep step) {
        Prescription prescription = records.prescriptions().get(caller, id, version);
        step.check(prescription);
        return prescription;
    }

    private PrescriptionEvent event(Caller caller, PrescriptionStep step, LocalDate day, String text) {
        return new PrescriptionEvent(step.to(), day, text, caller.user(), days.now());
    }

    private LocalDate checkNotOver(Caller caller, Prescription prescription) {
        LocalDate today = days.today(caller);
        if (today.isAfter(prescription.lastDay())) {
            throw new MedleyException(
                    ErrorCode.STATE_INVALID,
                    "A prescription whose last day was " + prescription.lastDay()
                            + ": nothing more is sent or dispensed; report it expired and write a new one");
        }
        return today;
    }

    private static void checkMayBeDispensed(Prescription prescription, LocalDate day) {
        if (day.isAfter(prescription.lastDay()) || prescription.dispensed() >= prescription.allowed()) {
            throw new MedleyException(
                    ErrorCode.STATE_INVALID,
                    "To dispense a prescription on " + day + ": its last day is " + prescription.lastDay()
                            + " and it was dispensed " + prescription.dispensed() + " times of "
                            + prescription.allowed() + "; request a refill");
        }
    }

    private void checkSettled(Caller caller, Prescription prescription) {
        String key = prescription.order().medication().key();
        List<ConflictKind> open = medications.conflicts(caller, prescription.patient()).open().stream()
                .filter(conflict -> conflict.severity() != ConflictSeverity.RECORD)
                .filter(conflict -> isPart(conflict, key))
                .map(MedicationConflict::kind)
                .toList();
        if (!open.isEmpty()) {
            throw new MedleyException(
                    ErrorCode.CONFLICT_OPEN,
                    "Signing a prescription or refill: its medication is part of " + open.size()
                            + " conflicts nobody settled, of kinds " + open
                            + "; settle them in the medication list, or cancel it");
        }
    }

    private static boolean isPart(MedicationConflict conflict, String key) {
        return conflict.medications().stream()
                .anyMatch(medication -> medication.key().equals(key));
    }
}
