package health.medley.billing.internal.month;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.BillingMonth;
import health.medley.core.billing.Claim;
import health.medley.core.billing.Correction;
import health.medley.core.billing.KeptDetermination;
import health.medley.core.billing.MonthPhase;
import health.medley.core.eligibility.EnrolledProgram;
import health.medley.core.practice.Practice;
import health.medley.core.store.Changes;
import health.medley.core.store.Commit;
import health.medley.core.store.StoredRecord;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Corrects one patient's closed month: by new versions of determinations, voids and replacements, in one commit. */
final class MonthCorrection {
    private final MonthPorts ports;
    private final MonthRecords records;
    private final MonthJournal journal;
    private final Clock clock;

    MonthCorrection(MonthPorts ports, MonthRecords records, Clock clock) {
        this.ports = ports;
        this.records = records;
        this.journal = new MonthJournal(records, ports.library());
        this.clock = clock;
    }

    Correction correct(Caller caller, PatientRef patient, ServiceMonth month, String reason) {
        if (caller.request() != null) {
            Optional<Commit> before = ports.store().repeated(caller, caller.request());
            if (before.isPresent()) {
                return correction(caller, before.get());
            }
        }
        BillingMonth now = journal.read(caller, month);
        if (now.phase() != MonthPhase.CLOSED) {
            throw new MedleyException(
                    ErrorCode.MONTH_OPEN,
                    "Correcting a patient's " + month + ": the month is " + now.phase()
                            + ", not CLOSED; what is recorded counts when it is closed.");
        }
        // says that the patient is unknown, should that be so
        ports.charts().chart(caller, patient);
        MonthDrafts drafts =
                new MonthDrafts(records, caller, month, clock.instant().truncatedTo(ChronoUnit.MILLIS), reason);
        drafts.add(decided(caller, patient, month), KeptMonth.read(records, caller, Set.of(patient), month));
        if (drafts.all().isEmpty()) {
            throw new MedleyException(
                    ErrorCode.STATE_INVALID,
                    "Correcting a patient's " + month + ": the record gives the same determinations as when it was"
                            + " closed. Record what is missing or wrong first, then correct.");
        }
        return correction(
                caller, ports.store().commit(caller, new Changes(drafts.all(), Optional.ofNullable(caller.request()))));
    }

    private DecidedMonth decided(Caller caller, PatientRef patient, ServiceMonth month) {
        Practice practice = ports.practices().practice(caller);
        Map<PatientRef, List<EnrolledProgram>> enrolled =
                new EnrolledPatients(ports.enrollments(), caller, month).of(Set.of(patient));
        return new RecordedMonths(ports, records, caller, practice, month, false)
                .of(enrolled.isEmpty() ? Map.of(patient, List.of()) : enrolled).stream()
                        .map(new MonthDeciding(ports.billing(), caller, month)::decide)
                        .findFirst()
                        .orElseThrow();
    }

    private Correction correction(Caller caller, Commit commit) {
        List<KeptDetermination> determinations = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        for (StoredRecord record : commit.records()) {
            if (record.key().kind().equals(MonthRecords.DETERMINATION)) {
                determinations.add(records.determinations().get(caller, record.id()));
            } else {
                claims.add(records.claims().get(caller, record.id()));
            }
        }
        return new Correction(determinations, claims);
    }
}
