package health.medley.billing.internal.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.billing.internal.check.LawfulChecker.Facts;
import health.medley.billing.internal.check.LawfulChecker.Line;
import health.medley.billing.internal.check.LawfulChecker.Time;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Planted violations: the checker of the random months is itself seen to find each kind. */
class LawfulCheckerTest {
    private static final long HOUR = 3600;

    private static Facts facts(String month, String setting) {
        List<Time> time = List.of(
                new Time(0, 2 * HOUR, false, "ccm"),
                new Time(3 * HOUR, 5 * HOUR, true, "ccm"),
                new Time(6 * HOUR, 8 * HOUR, true, "pcm"),
                new Time(9 * HOUR, 12 * HOUR, false, "cocm"),
                new Time(13 * HOUR, 14 * HOUR, false, "bhi"),
                new Time(15 * HOUR, 17 * HOUR, false, "rpm"),
                new Time(18 * HOUR, 20 * HOUR, false, "rtm"));
        return new Facts(
                YearMonth.parse(month),
                setting,
                Optional.of(LocalDate.of(2019, 1, 1)),
                Optional.empty(),
                Optional.empty(),
                time);
    }

    /** Lines as in files: {@code 99490x1;99214-25x1@P2}; {@code !} before all of them means held. */
    private static List<Line> lines(String month, String codes) {
        boolean held = codes.startsWith("!");
        return Arrays.stream(codes.replace("!", "").split(";"))
                .map(text -> {
                    String[] whose = text.split("@");
                    String[] units = whose[0].split("x");
                    String[] code = units[0].split("-");
                    return new Line(
                            code[0],
                            Integer.parseInt(units[1]),
                            code.length > 1 ? code[1] : "",
                            whose.length > 1 ? whose[1] : "P1",
                            YearMonth.parse(month).atEndOfMonth(),
                            held,
                            whose.length == 1);
                })
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "2021-01, PFS, 99490x1;G2058x1, not valid",
        "2020-12, PFS, 99490x1;99439x1, not valid",
        "2021-12, PFS, 99491x1;99437x1, not valid",
        "2025-12, PFS, 99445x1, not valid",
        "2024-06, PFS, 99490x1;99439x3, over 2",
        "2024-06, PFS, !99490x1;99439x3, over 2",
        "2024-06, PFS, 99491x1;99437x3, over 2",
        "2024-06, PFS, 99439x1, no base",
        "2024-06, PFS, 99490x1@P2;99439x1, no base",
        "2024-06, PFS, 99490x1;99487x1, one level",
        "2024-06, PFS, 99490x1;99491x1, staff or personal",
        "2024-06, PFS, 99490x1;99490x1@P2, one practitioner",
        "2024-06, PFS, 99490x1;99424x1, CCM and PCM",
        "2025-06, PFS, 99490x1;G0557x1@P2, CCM and APCM",
        "2025-06, PFS, G0556x1;G0557x1, one level",
        "2025-06, PFS, G0557x1;99495x1, APCM and TCM",
        "2026-06, PFS, G0557x1;G0570x1;99484x1, instead of BHI",
        "2024-06, PFS, 99490x1;G0181x1, oversight",
        "2024-06, PFS, 99490x1;90960x1, dialysis",
        "2024-06, PFS, 99484x1;99492x1, BHI and CoCM",
        "2024-06, PFS, 99457x1;98980x1, RPM and RTM",
        "2026-06, PFS, 99454x1;99445x1, one supply",
        "2024-06, PFS, 99487x1;99214x1, indicator 1",
        "2024-06, PFS, 99490x1;99358x1, indicator 0",
        "2024-06, PFS, G0511x1, no clinic",
        "2023-06, RHC, G0511x2, before 2024",
        "2024-06, RHC, 99490x1, before 2025",
        "2025-06, RHC, 99490x1;G0511x1, G0511 and individual",
        "2025-10, RHC, G0511x1, not valid",
        "2024-06, PFS, 99490x1;G0019x1, needs"
    })
    void everyPlantedViolationIsFound(String month, String setting, String codes, String expected) {
        List<String> said = LawfulChecker.violations(facts(month, setting), lines(month, codes));
        assertTrue(said.stream().anyMatch(text -> text.contains(expected)), () -> expected + " in " + said);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-06, PFS, 99490x1;99439x2",
        "2020-06, PFS, 99490x1;G2058x2",
        "2024-06, PFS, !99491x1;99437x3",
        "2024-06, PFS, 99490x1;99426x1@P2",
        "2024-06, PFS, 99490x1;99495x1",
        "2024-06, PFS, 99487x1;99214-25x1",
        "2024-06, PFS, !99490x1;90960x1@P2",
        "2026-06, PFS, G0557x1;G0570x1",
        "2024-06, RHC, G0511x2",
        "2025-10, RHC, 99490x1;99439x1",
        "2025-06, PFS, 99490x1;99484x1;99457x1;99458x1"
    })
    void lawfulSetsAreLeftInPeace(String month, String setting, String codes) {
        assertEquals(List.of(), LawfulChecker.violations(facts(month, setting), lines(month, codes)));
    }

    @Test
    void staffMinutesCarryNoPersonalCode() {
        Facts facts = new Facts(
                YearMonth.of(2024, 6),
                "PFS",
                Optional.of(LocalDate.of(2019, 1, 1)),
                Optional.empty(),
                Optional.empty(),
                List.of(new Time(0, HOUR, false, "ccm"), new Time(HOUR, HOUR + 1799, true, "ccm")));
        assertEquals(
                List.of("needs 1800 s of 1799 s: 99491x1"),
                LawfulChecker.violations(facts, lines("2024-06", "99491x1")));
    }

    @Test
    void aSecondSupportsOneCodeThoughTwoNursesEnteredIt() {
        Facts facts = new Facts(
                YearMonth.of(2024, 6),
                "PFS",
                Optional.of(LocalDate.of(2019, 1, 1)),
                Optional.empty(),
                Optional.empty(),
                List.of(new Time(0, 1800, false, "ccm"), new Time(600, 2399, false, "bhi")));
        assertEquals(
                List.of("needs 2400 s of 2399 s: 99490x1 99484x1"),
                LawfulChecker.violations(facts, lines("2024-06", "99490x1;99484x1")));
    }

    @Test
    void nothingGoesWithoutConsentOrAfterItWasStopped() {
        for (String revoked : List.of("", "2024-05-31")) {
            Facts facts = new Facts(
                    YearMonth.of(2024, 6),
                    "PFS",
                    revoked.isEmpty() ? Optional.empty() : Optional.of(LocalDate.of(2019, 1, 1)),
                    revoked.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(revoked)),
                    Optional.empty(),
                    List.of(new Time(0, HOUR, false, "ccm")));
            assertEquals(List.of("99490 without consent"), LawfulChecker.consent(facts, lines("2024-06", "99490x1")));
        }
    }
}
