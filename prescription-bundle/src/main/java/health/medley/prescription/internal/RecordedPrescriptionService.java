package health.medley.prescription.internal;

import health.medley.core.Caller;
import health.medley.core.Contract;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.chart.ChartRegister;
import health.medley.core.practice.PracticeService;
import health.medley.core.prescription.MedicationService;
import health.medley.core.prescription.NewPrescription;
import health.medley.core.prescription.PharmacyGateway;
import health.medley.core.prescription.PharmacyReport;
import health.medley.core.prescription.Prescription;
import health.medley.core.prescription.PrescriptionQuery;
import health.medley.core.prescription.PrescriptionService;
import health.medley.core.prescription.PrescriptionStatus;
import health.medley.core.prescription.RefillDecision;
import health.medley.core.prescription.RefillRequest;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.RecordStore;
import health.medley.record.Records;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Keeps prescriptions as records of the store. */
@Component(service = PrescriptionService.class)
public final class RecordedPrescriptionService implements PrescriptionService {

    private final MedicationRecords records;
    private final ChartRegister charts;
    private final PracticeDays days;
    private final Gateways gateways;
    private final PrescriptionChanges changes;

    /** Keep prescriptions in {@code store}. */
    @Activate
    public RecordedPrescriptionService(
            @Reference RecordStore store,
            @Reference ChartRegister charts,
            @Reference PracticeService practices,
            @Reference(target = "(medley.port=*)") MedicationService medications) {
        this(store, charts, practices, medications, Clock.systemUTC());
    }

    RecordedPrescriptionService(
            RecordStore store,
            ChartRegister charts,
            PracticeService practices,
            MedicationService medications,
            Clock clock) {
        this.records = new MedicationRecords(store, clock);
        this.charts = charts;
        this.days = new PracticeDays(practices, clock);
        this.gateways = new Gateways(charts);
        this.changes = new PrescriptionChanges(records, gateways, medications, days);
    }

    /** Offer one more gateway from now on. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            // this bundle sees its own gateways raw as well
            target = "(medley.port=*)")
    void addGateway(PharmacyGateway gateway, Map<String, Object> properties) {
        gateways.add(String.valueOf(properties.get(Contract.ID)), gateway);
    }

    void removeGateway(PharmacyGateway gateway) {
        gateways.remove(gateway);
    }

    @Override
    public Prescription prescribe(Caller caller, NewPrescription order) {
        charts.chart(caller, order.patient());
        LocalDate today = days.today(caller);
        LocalDate lastDay = order.lastDay().orElse(today.plusYears(1));
        if (lastDay.isBefore(today)) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Prescribing with the last day " + lastDay + ": expected today or later");
        }
        Prescription drafted = new Prescription(
                records.newId(),
                0,
                order.patient(),
                order,
                lastDay,
                PrescriptionStatus.DRAFT,
                1,
                order.refills() + 1,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        return records.save(caller, drafted, Optional.empty(), "drafted");
    }

    @Override
    public Prescription sign(Caller caller, String id, long version, String npi) {
        return changes.sign(caller, id, version, npi);
    }

    @Override
    public Prescription send(Caller caller, String id, long version, String gateway) {
        return changes.send(caller, id, version, gateway);
    }

    @Override
    public Prescription report(Caller caller, String id, long version, PharmacyReport report) {
        return changes.report(caller, id, version, report);
    }

    @Override
    public Prescription requestRefill(Caller caller, String id, long version, RefillRequest request) {
        return changes.requestRefill(caller, id, version, request);
    }

    @Override
    public Prescription decideRefill(Caller caller, String id, long version, RefillDecision decision) {
        return changes.decideRefill(caller, id, version, decision);
    }

    @Override
    public Prescription cancel(Caller caller, String id, long version, String reason) {
        return changes.cancel(caller, id, version, reason);
    }

    @Override
    public List<Prescription> prescriptions(Caller caller, PrescriptionQuery query) {
        Records<Prescription> prescriptions = records.prescriptions();
        RecordQuery named = prescriptions.query();
        if (query.patient().isPresent()) {
            named = named.patient(query.patient().get());
        }
        if (query.status().isPresent()) {
            named = named.where(MedicationRecords.STATUS, query.status().get().name());
        }
        return prescriptions.list(
                caller, named.page(query.page().after(), query.page().limit()));
    }

    @Override
    public List<Prescription> history(Caller caller, String id) {
        // one look-up more, for the error
        records.prescriptions().get(caller, id);
        return records.prescriptions().history(caller, id);
    }
}
