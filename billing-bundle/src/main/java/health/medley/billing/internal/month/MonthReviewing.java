package health.medley.billing.internal.month;

import health.medley.core.Caller;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.MonthReview;
import health.medley.core.billing.MonthTotals;
import health.medley.core.eligibility.EnrolledProgram;
import health.medley.core.practice.Practice;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Goes through a month as an auditor would: each patient by itself, then the practice as a whole. */
final class MonthReviewing {
    private final MonthPorts ports;
    private final MonthRecords records;
    private final Caller caller;
    private final ServiceMonth month;

    MonthReviewing(MonthPorts ports, MonthRecords records, Caller caller, ServiceMonth month) {
        this.ports = ports;
        this.records = records;
        this.caller = caller;
        this.month = month;
    }

    MonthReview review() {
        Practice practice = ports.practices().practice(caller);
        EnrolledPatients enrolled = new EnrolledPatients(ports.enrollments(), caller, month);
        RecordedMonths months = new RecordedMonths(ports, records, caller, practice, month, true);
        MonthDeciding deciding = new MonthDeciding(ports.billing(), caller, month);
        ReviewFindings findings = new ReviewFindings();
        PatientReview patients = new PatientReview(practice.zone(), month, findings);
        HeapedTimes heaped = new HeapedTimes();
        StaffDays days = new StaffDays(practice.zone(), month);
        LateEntries late = new LateEntries();
        MonthTally tally = new MonthTally(MonthTotals.NONE);
        int count = 0;
        Map<PatientRef, List<EnrolledProgram>> next = enrolled.next(Optional.empty(), MonthClosing.CHUNK);
        while (!next.isEmpty()) {
            count += next.size();
            for (RecordedMonth recorded : months.of(next)) {
                DecidedMonth decided = deciding.decide(recorded);
                decided.programs().forEach(one -> tally.add(one.determination()));
                patients.look(recorded, decided);
                heaped.add(decided);
                recorded.time().forEach(days::add);
                recorded.time().forEach(late::add);
            }
            Optional<PatientRef> last = next.keySet().stream().reduce((one, other) -> other);
            next = next.size() < MonthClosing.CHUNK ? Map.of() : enrolled.next(last, MonthClosing.CHUNK);
        }
        heaped.find(findings);
        days.find(findings);
        days.overlapping(ports.ledger().overlaps(caller, month), findings);
        late.find(findings);
        return new MonthReview(month, count, tally.totals(), findings.counts(), findings.all());
    }
}
