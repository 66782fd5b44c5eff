package health.medley.billing.internal.month;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.BillingMonth;
import health.medley.core.billing.MonthPhase;
import health.medley.core.billing.MonthProgress;
import health.medley.core.eligibility.EnrolledProgram;
import health.medley.core.practice.Practice;
import health.medley.core.store.Changes;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.StoredRecord;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes one chunk of a month's patients in one commit, whose journal entry lets nobody else close the same chunk. */
final class MonthClosing {
    /** Patients of a chunk. */
    static final int CHUNK = 500;

    private static final Logger LOG = LoggerFactory.getLogger(MonthClosing.class);
    private static final int TRIES = 3;

    private final MonthPorts ports;
    private final MonthRecords records;
    private final MonthJournal journal;
    private final ChunkWorkers workers;
    private final Clock clock;
    private final int chunk;

    MonthClosing(
            MonthPorts ports,
            MonthRecords records,
            MonthJournal journal,
            ChunkWorkers workers,
            Clock clock,
            int chunk) {
        this.ports = ports;
        this.records = records;
        this.journal = journal;
        this.workers = workers;
        this.clock = clock;
        this.chunk = chunk;
    }

    /** Close the next chunk; what somebody else closes meanwhile is not closed again. */
    MonthProgress close(Caller caller, ServiceMonth month) {
        Optional<MonthProgress> answered = answered(caller, month);
        if (answered.isPresent()) {
            return answered.get();
        }
        Practice practice = ports.practices().practice(caller);
        ended(month, practice);
        BillingMonth before = journal.read(caller, month);
        for (int attempt = 1; ; attempt++) {
            if (before.phase() == MonthPhase.CLOSED) {
                return MonthJournal.progress(before);
            }
            try {
                return MonthJournal.progress(closeNext(caller, before, practice));
            } catch (MedleyException e) {
                boolean overtaken =
                        e.code().equals(ErrorCode.RECORD_CHANGED) || e.code().equals(ErrorCode.KEY_TAKEN);
                BillingMonth now = journal.read(caller, month);
                if (overtaken && now.version() != before.version()) {
                    // another caller closed this chunk; whoever calls again goes on after it
                    return MonthJournal.progress(now);
                }
                if (!overtaken || attempt == TRIES) {
                    throw e;
                }
                LOG.debug("Closing {}: a claim changed meanwhile, trying again", month);
            }
        }
    }

    /** The answer to a request whose last chunk was committed before, also when the month was reopened since. */
    private Optional<MonthProgress> answered(Caller caller, ServiceMonth month) {
        if (caller.request() == null) {
            return Optional.empty();
        }
        Optional<Long> version = ports.store()
                .repeated(caller, caller.request())
                .flatMap(commit -> commit.records().stream()
                        .filter(record -> record.key().kind().equals(MonthRecords.MONTH))
                        .map(StoredRecord::version)
                        .findFirst());
        return version.flatMap(then -> records.months().history(caller, month.toString()).stream()
                .filter(journalled -> journalled.version() == then)
                .map(MonthJournal::progress)
                .findFirst());
    }

    private void ended(ServiceMonth month, Practice practice) {
        if (clock.instant().isBefore(month.end(practice.zone()))) {
            throw new MedleyException(
                    ErrorCode.STATE_INVALID,
                    "Closing " + month + ": it has not ended in the practice's zone " + practice.zone()
                            + ". Close it from the first day of the next month.");
        }
    }

    private BillingMonth closeNext(Caller caller, BillingMonth before, Practice practice) {
        Instant read = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ServiceMonth month = before.month();
        EnrolledPatients enrolled = new EnrolledPatients(ports.enrollments(), caller, month);
        BillingMonth now = before.phase() == MonthPhase.CLOSING
                ? journal.goOn(caller, before)
                : journal.begin(caller, before, enrolled.count(ports.store()), read);
        boolean again = !before.reason().isEmpty();
        Map<PatientRef, List<EnrolledProgram>> next = again
                ? new MonthPatients(enrolled, records, caller, month).next(now.last(), chunk)
                : enrolled.next(now.last(), chunk);
        KeptMonth kept = again ? KeptMonth.read(records, caller, next.keySet(), month) : KeptMonth.NOTHING;
        MonthTally tally = new MonthTally(now.totals());
        List<RecordDraft> drafts = new ArrayList<>();
        for (ChunkWorkers.Part part :
                workers.parts(next, patients -> part(caller, practice, now, patients, kept, read))) {
            drafts.addAll(part.drafts());
            part.determinations().forEach(tally::add);
        }
        Optional<PatientRef> last =
                next.keySet().stream().reduce((one, other) -> other).or(now::last);
        BillingMonth after = MonthJournal.step(now, next.size(), last, tally.totals());
        // a chunk that is not full is the last; in a month closed before the two lists may end apart
        boolean finished = again ? next.isEmpty() : next.size() < chunk;
        return commit(
                caller,
                finished ? MonthJournal.closed(after, clock.instant().truncatedTo(ChronoUnit.MILLIS)) : after,
                drafts,
                finished);
    }

    private ChunkWorkers.Part part(
            Caller caller,
            Practice practice,
            BillingMonth month,
            Map<PatientRef, List<EnrolledProgram>> patients,
            KeptMonth kept,
            Instant read) {
        List<DecidedMonth> decided = new MonthDeciding(ports.billing(), caller, month.month())
                .decide(new RecordedMonths(ports, records, caller, practice, month.month(), false).of(patients));
        MonthDrafts drafts = new MonthDrafts(records, caller, month.month(), read, month.reason());
        decided.forEach(one -> drafts.add(one, kept));
        return new ChunkWorkers.Part(
                drafts.all(),
                decided.stream()
                        .flatMap(one -> one.programs().stream())
                        .map(DecidedMonth.Program::determination)
                        .toList());
    }

    private BillingMonth commit(Caller caller, BillingMonth after, List<RecordDraft> drafts, boolean finished) {
        drafts.add(records.months().draft(caller, after, after.reason()));
        Changes changes = new Changes(drafts, finished ? Optional.ofNullable(caller.request()) : Optional.empty());
        ports.store().commit(caller, changes);
        return after;
    }
}
