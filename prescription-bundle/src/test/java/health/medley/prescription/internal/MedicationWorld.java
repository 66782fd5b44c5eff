package health.medley.prescription.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.Role;
import health.medley.core.chart.ChartAllergy;
import health.medley.core.chart.ChartCode;
import health.medley.core.chart.ChartMedication;
import health.medley.core.chart.PatientChart;
import health.medley.core.prescription.ConflictChoice;
import health.medley.core.prescription.ConflictDecision;
import health.medley.core.prescription.MedicationCode;
import health.medley.core.prescription.MedicationConflict;
import health.medley.core.prescription.MedicationList;
import health.medley.core.prescription.NewMedication;
import health.medley.core.prescription.NewPrescription;
import health.medley.core.prescription.PharmacyAnswer;
import health.medley.core.prescription.PharmacyReport;
import health.medley.core.prescription.Prescription;
import health.medley.core.prescription.PrescriptionStatus;
import health.medley.core.prescription.RefillDecision;
import health.medley.core.prescription.RefillRequest;
import health.medley.record.MemoryRecordStore;
import health.medley.record.RecordIds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.function.Executable;

/** A practice with one patient, on 15 March 2025 in Boston. */
final class MedicationWorld {
    static final LocalDate TODAY = LocalDate.parse("2025-03-15");
    static final LocalDate LAST_DAY = LocalDate.parse("2026-03-15");
    static final Caller MANAGER = Caller.of("ann", "north", Role.CARE_MANAGER, "test");
    static final Caller DOCTOR = Caller.of("doc", "north", Role.PRACTITIONER, "test");
    static final String NPI = "1999999018";
    static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
    static final MedicationCode LISINOPRIL = new MedicationCode(RXNORM, "314076", "lisinopril 10 MG Oral Tablet");

    final SettableClock clock = new SettableClock("2025-03-15T16:00:00Z");
    final MemoryRecordStore store = new MemoryRecordStore(clock);
    final FakeCharts charts = new FakeCharts();
    final FakeGateway gateway = new FakeGateway();
    final RecordedMedicationService medications =
            new RecordedMedicationService(store, charts, new FakePractices(), clock);
    final RecordedPrescriptionService prescriptions =
            new RecordedPrescriptionService(store, charts, new FakePractices(), medications, clock);
    final PatientRef patient = RecordIds.patient();

    MedicationWorld() {
        medications.addChecker(new TableChecker(), Map.of("medley.id", "table"));
        prescriptions.addGateway(gateway, Map.of("medley.id", "fake"));
        chart();
    }

    /** The patient's chart has these orders from now on. */
    void chart(ChartMedication... orders) {
        chart(List.of(), orders);
    }

    void chart(List<ChartAllergy> allergies, ChartMedication... orders) {
        charts.put(
                patient,
                new PatientChart(
                        "fhir-1",
                        Optional.of(LocalDate.parse("1950-01-02")),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(orders),
                        allergies));
    }

    static ChartMedication order(String code, String name, String status, String day) {
        return new ChartMedication(
                "m" + code + day,
                List.of(new ChartCode(RXNORM, code)),
                name,
                status,
                Optional.of(LocalDate.parse(day)),
                "once a day");
    }

    MedicationList list() {
        return medications.medications(MANAGER, patient);
    }

    List<MedicationConflict> open() {
        return medications.conflicts(MANAGER, patient).open();
    }

    MedicationList settle(MedicationConflict conflict, ConflictChoice choice) {
        return decide(new ConflictDecision(conflict.id(), choice, Optional.empty(), "talked it over"));
    }

    MedicationList decide(ConflictDecision... decisions) {
        return medications.reconcile(MANAGER, patient, list().version(), List.of(decisions));
    }

    /** Settle all that is open, by the first way it can be, until nothing is. */
    void settleAll() {
        for (List<MedicationConflict> open = open(); !open.isEmpty(); open = open()) {
            List<ConflictDecision> decisions = new ArrayList<>();
            open.forEach(conflict -> decisions.add(new ConflictDecision(
                    conflict.id(), conflict.choices().get(0), Optional.empty(), "talked it over")));
            medications.reconcile(MANAGER, patient, list().version(), decisions);
        }
    }

    MedicationList add(String name) {
        return medications.add(
                MANAGER,
                patient,
                list().version(),
                new NewMedication(new MedicationCode("", "", name), "as needed", Optional.of(TODAY)));
    }

    Prescription drafted() {
        return drafted(LISINOPRIL, 1);
    }

    Prescription drafted(MedicationCode medication, int refills) {
        return prescriptions.prescribe(
                MANAGER,
                new NewPrescription(
                        patient,
                        medication,
                        "one tablet a day",
                        new BigDecimal("90"),
                        "tablet",
                        90,
                        refills,
                        "Main Street Pharmacy",
                        Optional.empty()));
    }

    Prescription signed() {
        return sign(drafted());
    }

    Prescription sign(Prescription draft) {
        return prescriptions.sign(DOCTOR, draft.id(), draft.version(), NPI);
    }

    Prescription send(Prescription signed) {
        return prescriptions.send(MANAGER, signed.id(), signed.version(), "fake");
    }

    Prescription report(Prescription sent, PharmacyAnswer answer) {
        return report(sent, answer, LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC));
    }

    Prescription report(Prescription sent, PharmacyAnswer answer, LocalDate day) {
        return prescriptions.report(MANAGER, sent.id(), sent.version(), new PharmacyReport(answer, day, "by phone"));
    }

    Prescription requestRefill(Prescription before) {
        return prescriptions.requestRefill(
                MANAGER, before.id(), before.version(), new RefillRequest(TODAY, "the patient called"));
    }

    Prescription decideRefill(Prescription asked, int times) {
        return prescriptions.decideRefill(
                DOCTOR, asked.id(), asked.version(), new RefillDecision(times, TODAY, "see the note"));
    }

    Prescription cancel(Prescription before) {
        return prescriptions.cancel(MANAGER, before.id(), before.version(), "not needed");
    }

    /** Expired, which takes a year. */
    Prescription expired(Prescription before) {
        clock.set("2026-03-17T16:00:00Z");
        Prescription expired = report(before, PharmacyAnswer.EXPIRED, LAST_DAY.plusDays(1));
        clock.set("2025-03-15T16:00:00Z");
        return expired;
    }

    /** A prescription that stands so. */
    Prescription standing(PrescriptionStatus status) {
        return switch (status) {
            case DRAFT -> drafted();
            case SIGNED -> signed();
            case SENT -> send(signed());
            case ACCEPTED -> report(send(signed()), PharmacyAnswer.ACCEPTED);
            case REFUSED -> report(send(signed()), PharmacyAnswer.REFUSED);
            case DISPENSED -> report(send(signed()), PharmacyAnswer.DISPENSED);
            case REFILL_REQUESTED -> requestRefill(standing(PrescriptionStatus.DISPENSED));
            case REFILL_APPROVED -> decideRefill(standing(PrescriptionStatus.REFILL_REQUESTED), 2);
            case REFILL_DENIED -> decideRefill(standing(PrescriptionStatus.REFILL_REQUESTED), 0);
            case CANCELLED -> cancel(signed());
            case EXPIRED -> expired(signed());
        };
    }

    static MedleyException refused(ErrorCode code, Executable action) {
        MedleyException refusal = assertThrows(MedleyException.class, action);
        assertEquals(code, refusal.code(), refusal.getMessage());
        return refusal;
    }
}
