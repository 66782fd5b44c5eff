package health.medley.billing.internal.check;

import health.medley.core.ServiceMonth;
import health.medley.core.billing.PatientMonth;
import health.medley.core.chart.PatientChart;
import health.medley.core.practice.CarePlanState;
import health.medley.core.practice.Consent;
import health.medley.core.practice.Enrollment;
import health.medley.core.practice.MonthStatement;
import health.medley.core.practice.OtherCode;
import health.medley.core.practice.Practice;
import health.medley.core.practice.Setting;
import health.medley.core.time.TimeEntry;
import health.medley.core.time.TimeRole;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Patient-months of every year and program, made of the extremes: overlapping work, many enrollments, edges of floors. */
final class RandomMonths {
    static final String NPI = "1500000017";
    static final String COLLEAGUE = "1600000099";

    private static final Set<String> ITEMS =
            Set.of("availability", "cost-sharing", "one-practitioner", "right-to-stop");
    private static final String[][] TRACKS = {
        {"ccm", "staff"},
        {"ccm", "complex"},
        {"ccm", "practitioner"},
        {"pcm", "pcm_staff"},
        {"pcm", "pcm_practitioner"},
        {"apcm", "apcm"},
        {"tcm", "tcm"},
        {"bhi", "bhi"},
        {"cocm", "cocm"},
        {"rpm", "rpm"},
        {"rtm", "rtm"},
        {"chi", "chi"},
        {"pin", "pin"},
        {"cpm", "cpm"}
    };
    private static final String[] OTHERS = {
        "G0181@P1",
        "G0182@P1",
        "90951@P1",
        "90970@P1",
        "99490@P2",
        "99487@P2",
        "99491@P2",
        "G0557@P2",
        "G0556@P1",
        "G0180@P1",
        "99214@P1",
        "90960@P2",
        "99426@P2",
        "99484@P2",
        "99495@P2"
    };
    private static final int[] LENGTHS = {
        1, 299, 300, 599, 600, 899, 900, 1199, 1200, 1201, 1799, 1800, 1801, 2400, 3599, 3600, 4200, 5400, 7200, 12_600
    };
    private static final long SLOT = 1800;

    private final Random random;
    private final YearMonth month;

    RandomMonths(Random random) {
        this.random = random;
        // the first numbers of near seeds are alike
        random.nextLong();
        random.nextLong();
        this.month = YearMonth.of(2020 + random.nextInt(7), 1 + random.nextInt(12));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T any(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    PatientMonth next() {
        Setting setting = chance(75) ? Setting.PFS : chance(50) ? Setting.RHC : Setting.FQHC;
        Practice practice =
                new Practice("p", NPI, ZoneId.of("UTC"), chance(85) ? "11" : "22", "national", setting, Map.of());
        Optional<LocalDate> death = chance(4) ? Optional.of(day()) : Optional.empty();
        List<Enrollment> enrollments = enrollments();
        return new PatientMonth(
                new ServiceMonth(month),
                practice,
                enrollments,
                new PatientChart("p", Optional.empty(), death, List.of(), List.of(), List.of()),
                entries(enrollments),
                statement(),
                Map.of(),
                List.of(),
                Optional.empty());
    }

    private LocalDate day() {
        return month.atDay(1 + random.nextInt(month.lengthOfMonth()));
    }

    private List<Enrollment> enrollments() {
        Map<String, Enrollment> byProgram = new LinkedHashMap<>();
        int most = 1 + random.nextInt(4);
        Optional<LocalDate> common =
                chance(96) ? Optional.of(month.atDay(1).minusDays(random.nextInt(400))) : Optional.empty();
        for (int i = 0; i < most; i++) {
            String[] track = i == 0 && chance(60) ? TRACKS[random.nextInt(3)] : any(TRACKS);
            Optional<LocalDate> consent = chance(90) ? common : chance(70) ? Optional.of(day()) : Optional.empty();
            Optional<LocalDate> revoked =
                    chance(4) ? Optional.of(month.atDay(1).plusDays(random.nextInt(60) - 30)) : Optional.empty();
            byProgram.putIfAbsent(
                    track[0],
                    new Enrollment(
                            "p",
                            track[0],
                            i > 0 && chance(8) ? COLLEAGUE : NPI,
                            chance(95) ? any(new String[] {"MD", "NP", "PA"}) : any(new String[] {"CP", "RN"}),
                            track[1],
                            new Consent(consent, "signed", ITEMS, revoked),
                            Optional.empty(),
                            new CarePlanState(chance(96) ? Optional.of(month.atDay(1)) : Optional.empty(), chance(97)),
                            chance(96)));
        }
        return List.copyOf(byProgram.values());
    }

    /** Work that often overlaps: it begins at one of few moments. */
    private List<TimeEntry> entries(List<Enrollment> enrollments) {
        List<TimeEntry> entries = new ArrayList<>();
        OffsetDateTime first = month.atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC);
        int many = 1 + random.nextInt(8);
        for (int i = 0; i < many; i++) {
            Enrollment of = enrollments.get(random.nextInt(enrollments.size()));
            String program = chance(92) ? of.program() : any(TRACKS)[0];
            boolean personal = chance(of.track().contains("practitioner") || program.equals("cpm") ? 75 : 20);
            OffsetDateTime start = first.plusSeconds(SLOT * random.nextInt(chance(50) ? 12 : 1200));
            entries.add(new TimeEntry(
                    "E" + i,
                    "p",
                    start,
                    start.plusSeconds(LENGTHS[random.nextInt(LENGTHS.length)]),
                    personal ? chance(90) ? of.practitionerNpi() : "1700000007" : "rn",
                    personal ? TimeRole.PRACTITIONER : chance(95) ? TimeRole.STAFF : TimeRole.CLERICAL,
                    "call",
                    program));
        }
        return entries;
    }

    private MonthStatement statement() {
        List<OtherCode> others = new ArrayList<>();
        for (int i = chance(20) ? 1 + random.nextInt(2) : 0; i > 0; i--) {
            others.add(OtherCode.parse(any(OTHERS)));
        }
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("device_days", any(new String[] {"0", "1", "2", "15", "16", "30"}));
        facts.put("interactive", chance(90) ? "Y" : "N");
        facts.put("month", any(new String[] {"initial", "subsequent"}));
        facts.put("contact_business_day", any(new String[] {"1", "2", "3"}));
        facts.put("visit_day", any(new String[] {"5", "7", "8", "14", "15"}));
        if (chance(30)) {
            facts.put("qmb", "Y");
        }
        if (chance(40)) {
            facts.put("transition", any(new String[] {"G0511", "individual"}));
        }
        Map<String, String> events = chance(3) ? Map.of("hospice", day().toString()) : Map.of();
        String mdm = any(new String[] {"none", "low", "moderate", "high"});
        return new MonthStatement(mdm, chance(80) ? "monitored" : "", others, events, facts);
    }
}
