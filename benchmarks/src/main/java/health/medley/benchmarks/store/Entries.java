package health.medley.benchmarks.store;

import health.medley.core.PatientRef;
import health.medley.core.ServiceMonth;
import health.medley.core.store.RecordDraft;
import health.medley.core.time.KeptTime;
import health.medley.core.time.TimeRole;
import health.medley.record.RecordIds;
import health.medley.record.RecordJson;
import health.medley.record.RecordKind;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/** Makes time entries as the time ledger keeps them: seeded, of many patients and two months. Used by one thread. */
final class Entries {

    private static final int PATIENTS = 20_000;
    private static final PatientRef[] REFERENCES = new PatientRef[PATIENTS];
    private static final RecordKind<KeptTime> KIND = RecordKind.of("time-entry", 1, KeptTime.class, RecordJson.mapper())
            .ofPatient(KeptTime::patient)
            .inMonth(KeptTime::month);
    private static final RecordIds IDS = new RecordIds(Clock.systemUTC());
    private static final OffsetDateTime BEGIN = OffsetDateTime.of(2026, 9, 1, 8, 0, 0, 0, ZoneOffset.ofHours(-5));

    static {
        Arrays.setAll(REFERENCES, i -> RecordIds.patient());
    }

    private final SplittableRandom random;

    Entries(long seed) {
        random = new SplittableRandom(seed);
    }

    RecordDraft next() {
        OffsetDateTime start = BEGIN.plusMinutes(random.nextInt(60 * 24 * 60));
        KeptTime entry = new KeptTime(
                IDS.next(),
                0,
                REFERENCES[random.nextInt(PATIENTS)],
                ServiceMonth.parse(start.getMonthValue() == 9 ? "2026-09" : "2026-10"),
                start,
                start.plusSeconds(60 + random.nextInt(1_500)),
                "rn.alvarez",
                TimeRole.STAFF,
                "call",
                "ccm",
                Optional.of("phone call with patient about medication reconciliation and refills"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                start.toInstant(),
                start.toInstant(),
                false,
                false,
                Optional.empty());
        return KIND.draft(entry, Optional.empty(), "");
    }
}
