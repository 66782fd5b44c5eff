package health.medley.billing.internal.month;

import static health.medley.billing.internal.month.FakePractice.BILLER;
import static health.medley.billing.internal.month.FakePractice.MONTH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Page;
import health.medley.core.PatientRef;
import health.medley.core.Request;
import health.medley.core.billing.Claim;
import health.medley.core.billing.ClaimKind;
import health.medley.core.billing.ClaimState;
import health.medley.core.billing.Correction;
import health.medley.core.billing.KeptDetermination;
import health.medley.core.store.Changes;
import health.medley.core.store.RecordDraft;
import health.medley.core.store.RecordKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsTest {
    private static final PatientRef PATIENT = FakePractice.patient(1);

    private final FakePractice practice = new FakePractice();
    private final KeptMonthService months = practice.months(10);
    private final KeptClaimService claims = practice.claims();

    private List<Claim> all() {
        return claims.claims(BILLER, PATIENT, MONTH);
    }

    private void billed() {
        practice.addBilled(1, 1);
        MonthCloseTest.closeAll(months, BILLER);
    }

    /** A month on hold because the patient has no copy of the plan. */
    private Claim held() {
        practice.addBilled(1, 1);
        practice.plan(PATIENT, "ccm", false, List.of());
        MonthCloseTest.closeAll(months, BILLER);
        assertEquals(ClaimState.HELD, all().get(0).state());
        return all().get(0);
    }

    private Claim reach(ClaimState state) {
        return switch (state) {
            case HELD -> held();
            case DRAFTED -> claims.release(BILLER, held().id(), 1, "the copy was given by hand");
            case REJECTED -> claims.reject(BILLER, held().id(), 1, "no copy was given");
            case VOIDED -> {
                held();
                practice.work(PATIENT, "rn-1", 9, 30 * 60);
                claims.correct(BILLER, PATIENT, MONTH, "forgotten call");
                yield all().get(0);
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
        "HELD,true,DRAFTED",
        "HELD,false,REJECTED",
        "DRAFTED,true,STATE_INVALID",
        "DRAFTED,false,STATE_INVALID",
        "REJECTED,true,STATE_INVALID",
        "REJECTED,false,STATE_INVALID",
        "VOIDED,true,STATE_INVALID",
        "VOIDED,false,STATE_INVALID"
    })
    void aPersonDecidesHeldClaimsOnly(ClaimState state, boolean release, String expected) {
        Claim claim = reach(state);
        assertEquals(state, claim.state());
        String answer;
        try {
            Claim decided = release
                    ? claims.release(BILLER, claim.id(), claim.version(), "because")
                    : claims.reject(BILLER, claim.id(), claim.version(), "because");
            assertEquals("because", decided.reason());
            answer = decided.state().name();
        } catch (MedleyException e) {
            answer = e.code().name();
        }
        assertEquals(expected, answer);
    }

    @Test
    void aDecisionNeedsAReasonTheVersionAndAClaim() {
        Claim held = held();
        assertEquals(
                ErrorCode.ARGUMENT_INVALID,
                assertThrows(MedleyException.class, () -> claims.release(BILLER, held.id(), 1, ""))
                        .code());
        assertEquals(
                ErrorCode.RECORD_CHANGED,
                assertThrows(MedleyException.class, () -> claims.reject(BILLER, held.id(), 7, "because"))
                        .code());
        assertEquals(
                ErrorCode.RECORD_ABSENT,
                assertThrows(MedleyException.class, () -> claims.reject(BILLER, "nothing", 1, "because"))
                        .code());
        assertEquals(
                ErrorCode.RECORD_ABSENT,
                assertThrows(MedleyException.class, () -> claims.history(BILLER, "nothing"))
                        .code());
        practice.locked = true;
        assertEquals(
                ErrorCode.BILLING_LOCKED,
                assertThrows(MedleyException.class, () -> claims.release(BILLER, held.id(), 1, "because"))
                        .code());
        assertEquals(
                ErrorCode.BILLING_LOCKED,
                assertThrows(MedleyException.class, () -> claims.correct(BILLER, PATIENT, MONTH, "because"))
                        .code());
        assertEquals(List.of(held), claims.history(BILLER, held.id()));
    }

    @Test
    void aCorrectionVoidsAndReplacesWhatMayHaveGone() {
        billed();
        Claim original = all().get(0);
        practice.work(PATIENT, "rn-1", 9, 30 * 60);

        Correction correction = claims.correct(BILLER, PATIENT, MONTH, "a call was forgotten");

        assertEquals(1, correction.determinations().size());
        assertEquals(2, correction.determinations().get(0).version());
        assertEquals(correction.claims(), all());
        Claim before = all().get(0);
        Claim taken = all().get(1);
        Claim replacement = all().get(2);
        assertEquals(ClaimState.VOIDED, before.state());
        assertEquals(original.lines(), before.lines());
        assertEquals(ClaimKind.VOID, taken.kind());
        assertEquals(Optional.of(original.id()), taken.about());
        assertEquals(original.lines(), taken.lines());
        assertEquals(ClaimKind.REPLACEMENT, replacement.kind());
        assertEquals(ClaimState.DRAFTED, replacement.state());
        assertEquals(Optional.of(original.id()), replacement.about());
        assertEquals("[99490x1, 99439x1]", replacement.lines().toString());
        assertEquals(2, replacement.determined());
        assertEquals(List.of(original, before), claims.history(BILLER, original.id()));
    }

    @Test
    void aCorrectionThatChangesNothingSaysSo() {
        billed();
        assertEquals(
                ErrorCode.STATE_INVALID,
                assertThrows(MedleyException.class, () -> claims.correct(BILLER, PATIENT, MONTH, "to be sure"))
                        .code());
        assertEquals(1, all().size());
    }

    @Test
    void newFactsThatBillTheSameLeaveTheClaimAlone() {
        billed();
        practice.work(PATIENT, "rn-1", 9, 60);

        Correction correction = claims.correct(BILLER, PATIENT, MONTH, "a minute more");

        assertEquals(1, correction.determinations().size());
        assertEquals(List.of(), correction.claims());
        assertEquals(1, all().size());
    }

    @Test
    void theSameCorrectionIsDoneOnce() {
        billed();
        practice.work(PATIENT, "rn-1", 9, 30 * 60);
        Caller asked = BILLER.answering(new Request("correct-1", "aa"));

        Correction first = claims.correct(asked, PATIENT, MONTH, "a call was forgotten");

        assertEquals(first, claims.correct(asked, PATIENT, MONTH, "a call was forgotten"));
        assertEquals(3, all().size());
    }

    @ParameterizedTest
    @CsvSource({"HELD,ORIGINAL,2", "REJECTED,ORIGINAL,2", "DRAFTED,REPLACEMENT,3"})
    void whatNeverWentIsMarkedAndNotVoided(ClaimState state, ClaimKind next, int number) {
        Claim claim = reach(state);
        practice.work(PATIENT, "rn-1", 9, 30 * 60);

        claims.correct(BILLER, PATIENT, MONTH, "a call was forgotten");

        assertEquals(number, all().size());
        assertEquals(ClaimState.VOIDED, all().get(0).state());
        assertEquals(claim.id(), all().get(0).id());
        Claim last = all().get(number - 1);
        assertEquals(next, last.kind());
        assertEquals(ClaimState.HELD, last.state());
    }

    @Test
    void aReplacementThatIsHeldAndReplacedStillNamesWhatWent() {
        billed();
        practice.plan(PATIENT, "ccm", false, List.of());
        claims.correct(BILLER, PATIENT, MONTH, "the copy was not given");
        practice.plan(PATIENT, "ccm", false, List.of(LocalDate.parse("2025-03-20")));
        claims.correct(BILLER, PATIENT, MONTH, "the copy was given after all");

        assertEquals(
                List.of("ORIGINAL VOIDED", "VOID DRAFTED", "REPLACEMENT VOIDED", "REPLACEMENT DRAFTED"),
                all().stream().map(claim -> claim.kind() + " " + claim.state()).toList());
        assertEquals(Optional.of(all().get(0).id()), all().get(3).about());
    }

    @Test
    void reopeningAndClosingReplacesOnlyWhatIsAnother() {
        practice.addBilled(1, 4);
        MonthCloseTest.closeAll(months, BILLER);
        practice.work(PATIENT, "rn-1", 9, 30 * 60);
        practice.leave(FakePractice.patient(2), "ccm");
        practice.addBilled(5, 5);
        months.reopen(BILLER, MONTH, months.month(BILLER, MONTH).version(), "late facts");

        MonthCloseTest.closeAll(practice.months(2), BILLER);

        assertEquals(
                List.of("v2 OK", "v2 NOT_ENROLLED", "v1 OK", "v1 OK", "v1 OK"),
                months.determinations(BILLER, MONTH, Page.FIRST).stream()
                        .map(ClaimsTest::brief)
                        .toList());
        assertEquals(
                List.of(
                        "1 ORIGINAL VOIDED",
                        "1 VOID DRAFTED",
                        "1 REPLACEMENT DRAFTED",
                        "2 ORIGINAL VOIDED",
                        "2 VOID DRAFTED",
                        "3 ORIGINAL DRAFTED",
                        "4 ORIGINAL DRAFTED",
                        "5 ORIGINAL DRAFTED"),
                claims.claims(BILLER, MONTH, Page.FIRST).stream()
                        .map(claim -> claim.patient().value().substring(26) + " " + claim.kind() + " " + claim.state())
                        .toList());
        assertEquals(5, months.month(BILLER, MONTH).done());

        // and once more: nothing is left to change, not even for whoever is enrolled no more
        months.reopen(BILLER, MONTH, months.month(BILLER, MONTH).version(), "to be sure");
        MonthCloseTest.closeAll(practice.months(2), BILLER);
        assertEquals(8, claims.claims(BILLER, MONTH, Page.FIRST).size());
    }

    private static String brief(KeptDetermination kept) {
        return "v" + kept.version() + " " + kept.determination().reason();
    }

    @Test
    void theStoreRefusesASecondClaimOfAProgramOrCode() {
        billed();
        Claim claim = all().get(0);
        String code = MonthRecords.id(MONTH, PATIENT, "99490");
        String program = MonthRecords.id(MONTH, PATIENT, "ccm");
        for (String key : List.of(code, program)) {
            RecordDraft second = new RecordDraft(
                    new RecordKey("claim", "another"),
                    0,
                    1,
                    "{}",
                    Optional.of(PATIENT),
                    Optional.of(MONTH),
                    Map.of(),
                    Set.of(key),
                    "");
            assertEquals(
                    ErrorCode.KEY_TAKEN,
                    assertThrows(
                                    MedleyException.class,
                                    () -> practice.memory.commit(
                                            BILLER, new Changes(List.of(second), Optional.empty())))
                            .code());
        }
        assertTrue(claim.id().startsWith(program));
    }
}
