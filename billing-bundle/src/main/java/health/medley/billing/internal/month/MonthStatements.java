package health.medley.billing.internal.month;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.billing.PatientStatement;
import health.medley.core.practice.MonthStatement;
import health.medley.core.practice.Practice;
import java.time.Clock;
import java.util.List;

/** Keeps what the practice states about patients' months. */
final class MonthStatements {
    private static final List<String> MDM = List.of("none", "straightforward", "low", "moderate", "high");
    private static final List<String> ACTIONS = List.of("", "established", "implemented", "revised", "monitored");

    private final MonthPorts ports;
    private final MonthRecords records;
    private final Clock clock;

    MonthStatements(MonthPorts ports, MonthRecords records, Clock clock) {
        this.ports = ports;
        this.records = records;
        this.clock = clock;
    }

    PatientStatement state(
            Caller caller, PatientRef patient, ServiceMonth month, long version, MonthStatement statement) {
        word("mdm", statement.mdm(), MDM);
        word("care plan action", statement.carePlanAction(), ACTIONS);
        Practice practice = ports.practices().practice(caller);
        if (clock.instant().isBefore(month.start(practice.zone()))) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Stating what happened in " + month + ": that month has not begun in the practice's zone "
                            + practice.zone() + "; state it when it has.");
        }
        // says that the patient is unknown, should that be so
        ports.charts().chart(caller, patient);
        PatientStatement stated =
                new PatientStatement(MonthRecords.id(month, patient), version, patient, month, statement);
        return records.statements().save(caller, stated, "");
    }

    private static void word(String what, String value, List<String> words) {
        if (!words.contains(value)) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Stating what happened in a month: the " + what + " is \"" + value + "\"; expected one of "
                            + words.stream().filter(word -> !word.isEmpty()).toList() + ", or nothing.");
        }
    }
}
