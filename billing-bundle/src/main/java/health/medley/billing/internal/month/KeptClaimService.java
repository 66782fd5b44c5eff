package health.medley.billing.internal.month;

import health.medley.billing.internal.practice.Lazy;
import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Page;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.Claim;
import health.medley.core.billing.ClaimService;
import health.medley.core.billing.ClaimState;
import health.medley.core.billing.Correction;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps claims, lets people decide those that are held, corrects closed months. */
@Component(service = ClaimService.class)
public final class KeptClaimService implements ClaimService {
    private final Lazy<MonthRecords> records;
    private final BillingLock lock;
    private final Lazy<MonthCorrection> correction;

    /** Work through these ports. */
    @Activate
    public KeptClaimService(@Reference MonthPorts ports) {
        this(ports, Clock.systemUTC());
    }

    KeptClaimService(MonthPorts ports, Clock clock) {
        this.records = new Lazy<>(() -> MonthRecords.in(ports.store()));
        this.lock = new BillingLock(ports.keeper());
        this.correction = new Lazy<>(() -> new MonthCorrection(ports, records.get(), clock));
    }

    @Override
    public List<Claim> claims(Caller caller, ServiceMonth month, Page page) {
        return records.get()
                .claims()
                .list(caller, records.get().claims().query().month(month).page(page.after(), page.limit()));
    }

    @Override
    public List<Claim> claims(Caller caller, PatientRef patient, ServiceMonth month) {
        return records.get()
                .claims()
                .list(
                        caller,
                        records.get().claims().query().patients(Set.of(patient)).month(month));
    }

    @Override
    public List<Claim> history(Caller caller, String id) {
        List<Claim> versions = records.get().claims().history(caller, id);
        // says that there is none, should that be so
        return versions.isEmpty() ? List.of(records.get().claims().get(caller, id)) : versions;
    }

    @Override
    public Claim release(Caller caller, String id, long version, String reason) {
        lock.check(caller, "Releasing a claim");
        return decide(caller, id, version, ClaimState.DRAFTED, reason);
    }

    @Override
    public Claim reject(Caller caller, String id, long version, String reason) {
        return decide(caller, id, version, ClaimState.REJECTED, reason);
    }

    private Claim decide(Caller caller, String id, long version, ClaimState decision, String reason) {
        Reasons.check(reason, "Deciding a held claim");
        Claim claim = records.get().claims().get(caller, id);
        if (claim.version() == version && claim.state() != ClaimState.HELD) {
            throw new MedleyException(
                    ErrorCode.STATE_INVALID,
                    "Deciding a held claim: it is " + claim.state() + ", only a HELD one is decided. "
                            + (claim.state() == ClaimState.VOIDED
                                    ? "See which claim stands in its place."
                                    : "Correct the patient's month to change it."));
        }
        return records.get().claims().save(caller, ClaimChange.with(claim, version, decision, reason), reason);
    }

    @Override
    public Correction correct(Caller caller, PatientRef patient, ServiceMonth month, String reason) {
        Reasons.check(reason, "Correcting a month");
        lock.check(caller, "Correcting a month");
        return correction.get().correct(caller, patient, month, reason);
    }
}
