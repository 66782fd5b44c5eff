package health.medley.billing.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Finding;
import health.medley.core.billing.Determination;
import health.medley.core.billing.Status;
import health.medley.core.practice.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One patient in several programs of the shipped rules. */
class MonthSetTest {
    private static String said(List<Determination> answers) {
        StringBuilder text = new StringBuilder();
        for (Determination answer : answers) {
            text.append(answer.program())
                    .append(' ')
                    .append(answer.status())
                    .append(' ')
                    .append(answer.codes());
            text.append(' ').append(answer.reason()).append("; ");
        }
        return text.toString().strip();
    }

    private static Finding alternative(Determination answer, String codes) {
        return answer.findings().stream()
                .filter(finding -> finding.code().equals("ALTERNATIVE"))
                .filter(finding -> finding.facts().get("codes").equals(codes))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no alternative " + codes + " in " + answer.findings()));
    }

    @Test
    void programsThatGoTogetherAreAllBilled() {
        SetMonths month = new SetMonths("2025-03").enroll("ccm", "staff").enroll("bhi", "bhi");
        month.staff("ccm", 0, 40).staff("bhi", 100, 20);
        assertEquals("ccm BILL [99490x1, 99439x1] OK; bhi BILL [99484x1] OK;", said(month.decide()));
    }

    @Test
    void minutesTwoProgramsWantGoToOneOfThem() {
        SetMonths month = new SetMonths("2025-03").enroll("ccm", "staff").enroll("bhi", "bhi");
        month.staff("ccm", 0, 20).staff("bhi", 0, 20);
        List<Determination> answers = month.decide();
        assertEquals(
                1, answers.stream().filter(one -> one.status() == Status.BILL).count(), said(answers));
    }

    @Test
    void whereMinutesAreSharedFewerUnitsLetBothBill() {
        SetMonths month = new SetMonths("2025-03").enroll("ccm", "staff").enroll("bhi", "bhi");
        month.staff("ccm", 0, 40).staff("bhi", 20, 20);
        List<Determination> answers = month.decide();
        assertEquals("[99490x1]", answers.get(0).codes().toString(), said(answers));
        assertEquals("[99484x1]", answers.get(1).codes().toString(), said(answers));
        Finding more = alternative(answers.get(0), "99490x1+99439x1");
        assertTrue(more.facts().get("why").contains("a second counts once"), more.sentence());
    }

    @Test
    void oneOfTwoProgramsThatExcludeEachOtherIsBilledAndTheOtherSaysWhy() {
        SetMonths month = new SetMonths("2025-03").enroll("ccm", "staff").enroll("pcm", "pcm_staff");
        month.staff("ccm", 0, 40).staff("pcm", 100, 40);
        List<Determination> answers = month.decide();
        assertEquals(
                1, answers.stream().filter(one -> one.status() == Status.BILL).count(), said(answers));
        Determination lost = answers.stream()
                .filter(one -> one.status() == Status.NO_BILL)
                .findFirst()
                .orElseThrow();
        assertTrue(lost.reason().startsWith("CCM_PCM"), said(answers));
        assertTrue(lost.findings().stream().anyMatch(one -> one.code().equals("ALTERNATIVE")));
    }

    @Test
    void advancedPrimaryCareReplacesChronicCare() {
        SetMonths month = new SetMonths("2025-03").enroll("ccm", "staff").enroll("apcm", "apcm");
        month.staff("ccm", 0, 40);
        month.extra.put("primary_care_focal", "Y");
        List<Determination> answers = month.decide();
        assertEquals(Status.NO_BILL, answers.get(0).status(), said(answers));
        assertEquals("APCM_REPLACES_CCM", answers.get(0).reason(), said(answers));
        assertEquals("[G0557x1]", answers.get(1).codes().toString(), said(answers));
    }

    @Test
    void servicesOfOneProgramAreBilledSideBySide() {
        SetMonths month = new SetMonths("2025-03").enroll("rpm", "rpm");
        month.staff("rpm", 0, 40);
        month.extra.put("device_days", "16");
        month.extra.put("interactive", "Y");
        assertEquals("rpm BILL [99457x1, 99458x1, 99454x1] OK;", said(month.decide()));
    }

    @Test
    void twoConsentPeriodsOfOneProgramBillACodeOnce() {
        SetMonths month = new SetMonths("2025-03").enroll("ccm", "staff").enroll("ccm", "staff");
        month.staff("ccm", 0, 20);
        List<Determination> answers = month.decide();
        assertEquals("[99490x1]", answers.get(0).codes().toString(), said(answers));
        assertEquals(Status.NO_BILL, answers.get(1).status(), said(answers));
    }

    @Test
    void whatAnotherProgramsRulesRefuseSaysTheirReason() {
        SetMonths month = new SetMonths("2025-03").enroll("rpm", "rpm").enroll("rtm", "rtm");
        month.staff("rpm", 0, 40).staff("rtm", 100, 20);
        month.extra.put("interactive", "Y");
        List<Determination> answers = month.decide();
        assertEquals("[99457x1, 99458x1]", answers.get(0).codes().toString(), said(answers));
        assertEquals(Status.NO_BILL, answers.get(1).status(), said(answers));
        assertEquals("RPM_RTM_EXCLUSIVE", answers.get(1).reason(), said(answers));
    }

    @Test
    void countedIntervalsAreListed() {
        SetMonths month = new SetMonths("2025-03").enroll("ccm", "staff").staff("ccm", 0, 20);
        Finding counted = month.decide().get(0).findings().stream()
                .filter(one -> one.code().equals("TIME_COUNTED"))
                .findFirst()
                .orElseThrow();
        assertEquals("2025-03-10T08:00:00Z", counted.facts().get("from"));
        assertEquals("staff", counted.facts().get("role"));
    }

    @Test
    void whatTheTrackDoesNotDeclareIsAnAlternative() {
        SetMonths month = new SetMonths("2025-03").enroll("ccm", "staff").staff("ccm", 0, 60);
        Finding complex = alternative(month.decide().get(0), "99487x1");
        assertEquals("the practice does not declare its track", complex.facts().get("why"));
        assertTrue(Double.parseDouble(complex.facts().get("amount")) > 100, complex.sentence());
    }

    @Test
    void aClinicBillsTheBundledCodeForEachServiceFrom2024() {
        SetMonths month = new SetMonths("2024-06").enroll("ccm", "staff").enroll("bhi", "bhi");
        month.setting = Setting.RHC;
        month.staff("ccm", 0, 20).staff("bhi", 100, 20);
        assertEquals("ccm BILL [G0511x1] OK; bhi BILL [G0511x1] OK;", said(month.decide()));
    }

    @Test
    void everyAnswerFollowsFromItsFacts() {
        SetMonths month = new SetMonths("2025-03")
                .enroll("ccm", "staff")
                .enroll("bhi", "bhi")
                .enroll("pcm", "pcm_staff")
                .enroll("rpm", "rpm");
        month.staff("ccm", 0, 40).staff("bhi", 20, 20).staff("pcm", 60, 70).staff("rpm", 100, 45);
        month.extra.put("device_days", "16");
        month.extra.put("interactive", "Y");
        for (Determination answer : month.decide()) {
            Determination again = SetMonths.billing()
                    .recompute(FakePorts.CALLER, SetMonths.rules(answer), "p", month.month, answer.facts());
            assertEquals(
                    answer.status() + " " + answer.codes() + " " + answer.amount() + " " + answer.reason(),
                    again.status() + " " + again.codes() + " " + again.amount() + " " + again.reason());
            assertEquals(answer.factsHash(), again.factsHash());
        }
    }
}
