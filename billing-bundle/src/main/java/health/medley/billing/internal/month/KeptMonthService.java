package health.medley.billing.internal.month;

import health.medley.billing.internal.practice.Lazy;
import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Page;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.BillingMonth;
import health.medley.core.billing.Determination;
import health.medley.core.billing.KeptDetermination;
import health.medley.core.billing.LateMonth;
import health.medley.core.billing.MonthAnswer;
import health.medley.core.billing.MonthPhase;
import health.medley.core.billing.MonthProgress;
import health.medley.core.billing.MonthReview;
import health.medley.core.billing.MonthService;
import health.medley.core.billing.PatientStatement;
import health.medley.core.practice.MonthStatement;
import health.medley.core.practice.Practice;
import health.medley.core.rules.RuleRef;
import health.medley.core.rules.RuleSet;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Computes open months from the record, freezes closed ones in it. */
@Component(service = MonthService.class)
public final class KeptMonthService implements MonthService {
    private final MonthPorts ports;
    private final BillingLock lock;
    private final Lazy<Parts> parts;
    private final ChunkWorkers workers = new ChunkWorkers();

    /** What works through the ports, all of it on the same kinds of records. */
    private record Parts(
            MonthRecords records, MonthJournal journal, MonthClosing closing, MonthStatements statements) {}

    /** Work through these ports. */
    @Activate
    public KeptMonthService(@Reference MonthPorts ports) {
        this(ports, Clock.systemUTC(), MonthClosing.CHUNK);
    }

    KeptMonthService(MonthPorts ports, Clock clock, int chunk) {
        this.ports = ports;
        this.lock = new BillingLock(ports.keeper());
        this.parts = new Lazy<>(() -> {
            MonthRecords records = MonthRecords.in(ports.store());
            MonthJournal journal = new MonthJournal(records, ports.library());
            return new Parts(
                    records,
                    journal,
                    new MonthClosing(ports, records, journal, workers, clock, chunk),
                    new MonthStatements(ports, records, clock));
        });
    }

    private MonthRecords records() {
        return parts.get().records();
    }

    private MonthJournal journal() {
        return parts.get().journal();
    }

    @Deactivate
    void stop() {
        workers.close();
    }

    @Override
    public PatientStatement state(
            Caller caller, PatientRef patient, ServiceMonth month, long version, MonthStatement statement) {
        return parts.get().statements().state(caller, patient, month, version, statement);
    }

    @Override
    public Optional<PatientStatement> statement(Caller caller, PatientRef patient, ServiceMonth month) {
        return records().statements().find(caller, MonthRecords.id(month, patient));
    }

    @Override
    public MonthAnswer compute(Caller caller, PatientRef patient, ServiceMonth month) {
        MonthPhase phase = journal().read(caller, month).phase();
        if (phase == MonthPhase.CLOSED || phase == MonthPhase.CLOSING) {
            List<Determination> kept =
                    KeptMonth.read(records(), caller, Set.of(patient), month).determinations(patient).values().stream()
                            .map(KeptDetermination::determination)
                            .toList();
            if (!kept.isEmpty()) {
                return new MonthAnswer(patient, month, phase, true, kept);
            }
        }
        Practice practice = ports.practices().practice(caller);
        ports.charts().chart(caller, patient);
        RecordedMonths months = new RecordedMonths(ports, records(), caller, practice, month, true);
        MonthDeciding deciding = new MonthDeciding(ports.billing(), caller, month);
        List<Determination> computed =
                months.of(new EnrolledPatients(ports.enrollments(), caller, month).of(Set.of(patient))).stream()
                        .map(deciding::decide)
                        .flatMap(decided -> decided.programs().stream())
                        .map(DecidedMonth.Program::determination)
                        .toList();
        return new MonthAnswer(patient, month, phase, false, computed);
    }

    @Override
    public BillingMonth month(Caller caller, ServiceMonth month) {
        return journal().read(caller, month);
    }

    @Override
    public MonthReview review(Caller caller, ServiceMonth month) {
        return new MonthReviewing(ports, records(), caller, month).review();
    }

    @Override
    public MonthProgress close(Caller caller, ServiceMonth month) {
        lock.check(caller, "Closing " + month);
        return parts.get().closing().close(caller, month);
    }

    @Override
    public BillingMonth reopen(Caller caller, ServiceMonth month, long version, String reason) {
        Reasons.check(reason, "Reopening " + month);
        BillingMonth now = journal().read(caller, month);
        if (now.phase() != MonthPhase.CLOSED) {
            throw new MedleyException(
                    ErrorCode.STATE_INVALID,
                    "Reopening " + month + ": it is " + now.phase() + "; only a CLOSED month can be reopened. "
                            + (now.phase() == MonthPhase.CLOSING ? "Let its closing end first." : "Close it first."));
        }
        return records().months().save(caller, MonthJournal.reopened(now, version, reason), reason);
    }

    @Override
    public List<KeptDetermination> determinations(Caller caller, ServiceMonth month, Page page) {
        return records()
                .determinations()
                .list(caller, records().determinations().query().month(month).page(page.after(), page.limit()));
    }

    @Override
    public LateMonth late(Caller caller, ServiceMonth month, Page page) {
        if (journal().read(caller, month).phase() != MonthPhase.CLOSED) {
            throw new MedleyException(
                    ErrorCode.MONTH_OPEN,
                    "Looking for late facts of " + month + ": it is not closed, so nothing of it is late. Compute it,"
                            + " or close it first.");
        }
        return new LateFacts(ports, records(), caller, month).page(page);
    }

    @Override
    public Determination replay(Caller caller, String id) {
        KeptDetermination kept = records().determinations().get(caller, id);
        Determination frozen = kept.determination();
        if (frozen.rules().isEmpty()) {
            return frozen;
        }
        RuleRef ref = frozen.rules().get();
        RuleSet rules = ports.library()
                .installed(caller, ref)
                .orElseThrow(() -> new MedleyException(
                        ErrorCode.RULES_ABSENT,
                        "Deciding a determination again: its rules " + ref + " with content " + ref.sha256()
                                + " are not installed. Stage that rule bundle, then ask again."));
        Map<String, String> facts = frozen.facts();
        return ports.billing().recompute(caller, rules, frozen.patient(), frozen.month(), facts);
    }
}
