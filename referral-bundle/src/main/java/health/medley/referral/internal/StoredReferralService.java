package health.medley.referral.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.core.Caller;
import health.medley.core.Contract;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.chart.ChartRegister;
import health.medley.core.practice.PracticeService;
import health.medley.core.referral.LoopQuery;
import health.medley.core.referral.NewReferral;
import health.medley.core.referral.Referral;
import health.medley.core.referral.ReferralGateway;
import health.medley.core.referral.ReferralNews;
import health.medley.core.referral.ReferralReceipt;
import health.medley.core.referral.ReferralService;
import health.medley.core.referral.ReferralState;
import health.medley.core.referral.ReferralStep;
import health.medley.core.store.RecordQuery;
import health.medley.core.store.RecordStore;
import health.medley.record.RecordIds;
import health.medley.record.RecordJson;
import health.medley.record.RecordKind;
import health.medley.record.Records;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Lead referrals in the record store; every step is a version. */
@Component(service = ReferralService.class)
public final class StoredReferralService implements ReferralService {

    private static final String OPEN = "open";
    private static final String DUE = "due";
    private static final String YES = "yes";
    private static final String BEFORE_ALL = "0000";

    private final Records<Referral> records;
    private final ReferralSteps steps;
    private final ChartRegister charts;
    private final Escalations escalations;
    private final Gateways gateways = new Gateways();

    /** Keep referrals in {@code store}. */
    @Activate
    public StoredReferralService(
            @Reference RecordStore store, @Reference PracticeService practices, @Reference ChartRegister charts) {
        this(store, practices, charts, Clock.systemUTC());
    }

    StoredReferralService(RecordStore store, PracticeService practices, ChartRegister charts, Clock clock) {
        ObjectMapper mapper = RecordJson.mapper();
        this.records = new Records<>(
                store,
                RecordKind.of("referral", 1, Referral.class, mapper)
                        .ofPatient(Referral::patient)
                        .foundBy(StoredReferralService::index));
        this.charts = charts;
        steps = new ReferralSteps(practices, Deadlines.shipped(mapper), new RecordIds(clock), clock);
        escalations = new Escalations(store, records);
    }

    private static Map<String, String> index(Referral referral) {
        Map<String, String> fields = new HashMap<>();
        if (!referral.state().ended()) {
            fields.put(OPEN, YES);
        }
        referral.deadline().ifPresent(limit -> fields.put(DUE, limit.due().toString()));
        return fields;
    }

    /** Offer one more gateway; the ports' services alone, this bundle also sees its own behind them. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(medley.port=*)")
    void addGateway(ReferralGateway gateway, Map<String, Object> properties) {
        gateways.add(String.valueOf(properties.get(Contract.ID)), gateway);
    }

    void removeGateway(ReferralGateway gateway) {
        gateways.remove(gateway);
    }

    @Override
    public Referral request(Caller caller, PatientRef patient, NewReferral referral) {
        // says that there is no such patient
        charts.chart(caller, patient);
        referral.gateway().filter(id -> !gateways.ids().contains(id)).ifPresent(id -> {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Requesting a referral: its gateway is not there, there are " + gateways.ids()
                            + "; name one of them, or none to hand it over by hand");
        });
        return records.save(caller, steps.requested(caller, patient, referral), "requested");
    }

    @Override
    public Referral send(Caller caller, String id, long version) {
        Referral referral = records.get(caller, id, version);
        if (referral.state() != ReferralState.REQUESTED) {
            throw Course.refusal(referral.state(), "sending it");
        }
        Optional<String> reference = referral.gateway().map(gateway -> {
            String fhirId = charts.chart(caller, referral.patient()).patient();
            ReferralReceipt receipt = gateways.ask(
                    caller, gateway, there -> there.send(caller, steps.document(caller, referral, fhirId)));
            return receipt.reference();
        });
        return records.save(caller, steps.sent(caller, referral, reference), "sent");
    }

    @Override
    public Referral advance(Caller caller, String id, long version, ReferralStep step) {
        Referral referral = records.get(caller, id, version);
        return records.save(
                caller, steps.advanced(caller, referral, step), step.action().name());
    }

    @Override
    public Referral refresh(Caller caller, String id, long version) {
        Referral referral = records.get(caller, id, version);
        if (referral.reference().isEmpty()
                || referral.gateway().isEmpty()
                || referral.state().ended()) {
            throw Course.refusal(referral.state(), "asking a gateway for news of it");
        }
        String gateway = referral.gateway().get();
        String reference = referral.reference().get();
        Optional<ReferralNews> news = gateways.ask(caller, gateway, there -> there.news(caller, reference));
        Referral after = news.map(told -> steps.told(caller, referral, told)).orElse(referral);
        return after.equals(referral) ? referral : records.save(caller, after, "news");
    }

    @Override
    public List<Referral> escalate(Caller caller, String to) {
        if (to.isBlank() || to.length() > 200) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Escalating overdue referrals: before whom is blank or over 200 characters; name a person");
        }
        LocalDate today = steps.today(caller);
        return escalations.escalate(caller, records.list(caller, overdue(today)), to, today);
    }

    @Override
    public List<Referral> referrals(Caller caller, PatientRef patient) {
        return records.list(caller, records.query().patient(patient));
    }

    @Override
    public List<Referral> openLoops(Caller caller, LoopQuery query) {
        RecordQuery which = query.overdueOnly()
                ? overdue(steps.today(caller))
                : records.query().where(OPEN, YES);
        return records.list(
                caller, which.page(query.page().after(), query.page().limit()));
    }

    private RecordQuery overdue(LocalDate today) {
        return records.query().where(OPEN, YES).between(DUE, BEFORE_ALL, today.toString());
    }

    @Override
    public List<Referral> history(Caller caller, String id) {
        List<Referral> versions = new ArrayList<>(records.history(caller, id));
        // says that there is none, and what to do
        return versions.isEmpty() ? List.of(records.get(caller, id)) : List.copyOf(versions);
    }
}
