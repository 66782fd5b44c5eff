package health.medley.prescription.internal;

import health.medley.core.prescription.Prescription;
import health.medley.core.prescription.PrescriptionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a prescription becomes with one more step; the one it begins with stays as it is. */
final class PrescriptionCopying {
    private final Prescription before;
    private final List<PrescriptionEvent> events;

    PrescriptionCopying(Prescription before, PrescriptionEvent event) {
        this.before = before;
        this.events = new ArrayList<>(before.events());
        events.add(event);
    }

    Prescription signed(String npi) {
        return next(
                before.sending(),
                before.allowed(),
                before.dispensed(),
                Optional.of(npi),
                before.gateway(),
                before.receipt());
    }

    Prescription sent(String gateway, String receipt) {
        return next(
                before.sending(),
                before.allowed(),
                before.dispensed(),
                before.npi(),
                Optional.of(gateway),
                Optional.of(receipt));
    }

    Prescription dispensed() {
        return next(
                before.sending(),
                before.allowed(),
                before.dispensed() + 1,
                before.npi(),
                before.gateway(),
                before.receipt());
    }

    Prescription refillApproved(int times) {
        return next(
                before.sending() + 1,
                before.allowed() + times,
                before.dispensed(),
                before.npi(),
                before.gateway(),
                before.receipt());
    }

    Prescription moved() {
        return next(
                before.sending(),
                before.allowed(),
                before.dispensed(),
                before.npi(),
                before.gateway(),
                before.receipt());
    }

    private Prescription next(
            int sending,
            int allowed,
            int dispensed,
            Optional<String> npi,
            Optional<String> gateway,
            Optional<String> receipt) {
        return new Prescription(
                before.id(),
                before.version(),
                before.patient(),
                before.order(),
                before.lastDay(),
                events.get(events.size() - 1).status(),
                sending,
                allowed,
                dispensed,
                npi,
                gateway,
                receipt,
                events);
    }
}
