package health.medley.billing.internal.plan;

import static health.medley.billing.internal.plan.DemoRules.decide;
import static health.medley.billing.internal.plan.DemoRules.facts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.billing.internal.facts.FactRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Services that one program bills side by side, and how a program stands to others. */
class ServicesTest {
    private final RuleProgram program = DemoRules.program();
    private final RulePlan device = DemoRules.service(program, "device");
    private final RulePlan talk = DemoRules.service(program, "talk");

    @Test
    void eachServiceHasAPlanWithItsOwnFamilies() {
        assertEquals(
                List.of("device", "talk"),
                program.services().stream().map(plan -> plan.parts().service()).toList());
        assertEquals(
                List.of("sixteen", "two"),
                device.parts().families().stream().map(Family::name).toList());
        assertEquals(
                List.of("new", "talk"),
                talk.parts().families().stream().map(Family::name).toList());
        assertEquals(device, program.first());
        assertEquals(
                "device",
                RuleCompiler.compile(DemoRules.set(DemoRules.files())).parts().service());
    }

    @Test
    void severalFamiliesMayHaveRulesForOneCode() {
        assertEquals("BILL sixteen OK", decide(device, facts("device_days", "16")));
        assertEquals("BILL two FEW_DAYS", decide(device, facts("device_days", "15")));
        assertEquals("BILL two FEW_DAYS", decide(device, facts("device_days", "2")));
        assertEquals("NO_BILL FEW_DAYS", decide(device, facts("device_days", "1")));
        assertEquals("BILL two FEW_DAYS", decide(device, facts("device_days", "2", "requested", "90001")));
    }

    @Test
    void theTrackAnyStandsForEveryDeclaredTrack() {
        assertEquals("BILL sixteen OK", decide(device, facts("declared_track", "whatever")));
        assertEquals("BILL sixteen OK", decide(device, facts("declared_track", "")));
        assertTrue(device.knowsTrack("whatever"));
        assertFalse(talk.knowsTrack("whatever"));
        assertTrue(program.knowsTrack("whatever"));
    }

    @Test
    void aServiceIsNotAskedForOnATrackItDoesNotKnow() {
        assertFalse(talk.asked(FactRow.of(talk, facts("declared_track", "whatever"))));
        assertEquals("NO_BILL OK", decide(talk, facts("declared_track", "whatever", "consent_date", "")));
    }

    @Test
    void eachServiceSaysWhenNobodyAskedForIt() {
        assertEquals("NO_BILL OK", decide(device, facts("device_days", "")));
        assertEquals("NO_BILL OK", decide(talk, facts("rpm_seconds", "0")));
        assertEquals("NO_BILL SHORT", decide(talk, facts("rpm_seconds", "1")));
        assertEquals("NO_BILL SHORT", decide(talk, facts("rpm_seconds", "0", "device_days", "")));
    }

    @Test
    void aClauseThatNamesAServiceIsOnlyAboutIt() {
        assertEquals("NO_BILL NOT_INTERACTIVE", decide(talk, facts("interactive", "N")));
        assertEquals("BILL sixteen OK", decide(device, facts("interactive", "N")));
        assertEquals("NO_BILL OTHER_BILLS", decide(device, facts("other_codes", "99457@P2")));
        assertEquals("BILL talk 0,1 OK", decide(talk, facts("other_codes", "99457@P2")));
        assertEquals(
                "NO_BILL TALK_ELSEWHERE", decide(talk, facts("rpm_seconds", "600", "other_program_seconds", "600")));
        assertEquals("NO_BILL NO_CONSENT", decide(device, facts("consent_date", "")));
        assertEquals("NO_BILL NO_CONSENT", decide(talk, facts("consent_date", "")));
    }

    @Test
    void timeIsThatOfTheServiceBeforeThatOfAll() {
        assertEquals("rpm_seconds", talk.parts().families().get(1).base().timeFact());
        Map<String, String> files = DemoRules.with("program.yaml", "[team], service: talk", "[others], service: talk");
        RuleProgram changed = RuleCompiler.compileAll(DemoRules.set(files), Map.of());
        assertEquals(
                "pooled_seconds",
                DemoRules.service(changed, "talk")
                        .parts()
                        .families()
                        .get(1)
                        .base()
                        .timeFact());
    }

    @Test
    void aFamilyOfAnotherServiceIsNeverBilled() {
        Map<String, String> files =
                DemoRules.with("claim.yaml", "when: {billed-code: \"90011\"}", "when: {not: {billed: sixteen}}");
        RulePlan changed = DemoRules.service(RuleCompiler.compileAll(DemoRules.set(files), Map.of()), "talk");
        assertEquals("BILL talk 0,1 NOTED", decide(changed, facts()));
    }

    @Test
    void aCodeIsBilledWhereItHasUnits() {
        assertEquals("BILL talk 0,1 OK", decide(talk, facts("rpm_seconds", "1799")));
        assertEquals("BILL talk 1,1 NOTED", decide(talk, facts("rpm_seconds", "1800")));
    }

    @Test
    void anAddOnWithoutTimeIsBilledOnceWhereItsNeedIsMet() {
        assertEquals("BILL talk 0,1 OK", decide(talk, facts("month", "initial")));
        assertEquals("BILL talk 0,0 NOT_FIRST", decide(talk, facts("month", "subsequent")));
    }

    @Test
    void aProgramSaysHowItStandsToOthers() {
        assertEquals(Set.of("G0506", "90951", "90952", "90953"), program.judges());
        FallBack fallBack = program.fallsBackTo().orElseThrow();
        assertEquals("ccm staff", fallBack.program() + " " + fallBack.track());
        assertEquals("program.yaml", fallBack.clause().clause().file());
        assertTrue(program.applies(FactRow.of(program.first(), facts("transition", "G0511"))));
        assertFalse(program.applies(FactRow.of(program.first(), facts("transition", "individual"))));
        assertFalse(program.applies(FactRow.of(program.first(), facts())));
    }

    @Test
    void aProgramThatSaysNothingStandsAlone() {
        Map<String, String> files = DemoRules.files();
        files.computeIfPresent(
                "program.yaml", (file, text) -> text.replaceAll("(?m)^(judges|falls-back-to|applies-when).*\n", ""));
        RuleProgram alone = RuleCompiler.compileAll(DemoRules.set(files), Map.of());
        assertEquals(Set.of(), alone.judges());
        assertEquals(Optional.empty(), alone.fallsBackTo());
        assertTrue(alone.applies(FactRow.of(alone.first(), facts())));
    }

    @Test
    void settingsChangeWithTheDay() {
        assertEquals(Set.of("PFS"), program.settingsOn(LocalDate.of(2025, 6, 30)));
        assertEquals(Set.of("PFS", "RHC"), program.settingsOn(LocalDate.of(2025, 7, 1)));
        assertEquals(Set.of(), program.settingsOn(LocalDate.of(2019, 12, 31)));
        assertFalse(program.takes("RHC", LocalDate.of(2025, 6, 30)));
        assertTrue(program.takes("RHC", LocalDate.of(2025, 7, 1)));
        assertFalse(program.takes("PFS", LocalDate.of(2019, 12, 31)));
    }

    @Test
    void aNeedWithoutAReasonLeavesAFamilyOutSilently() {
        for (String reason : List.of("", "fails-as: OK, ")) {
            Map<String, String> files = DemoRules.with("codes/90001-sixteen.yaml", "fails-as: FEW_DAYS, ", reason);
            RulePlan changed = DemoRules.service(RuleCompiler.compileAll(DemoRules.set(files), Map.of()), "device");
            assertEquals("BILL sixteen OK", decide(changed, facts("device_days", "16")));
            assertEquals("BILL two OK", decide(changed, facts("device_days", "15")));
            assertEquals("NO_BILL FEW_DAYS", decide(changed, facts("device_days", "1")));
        }
    }
}
