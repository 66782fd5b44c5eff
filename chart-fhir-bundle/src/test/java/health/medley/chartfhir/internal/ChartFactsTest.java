package health.medley.chartfhir.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.chart.ChartCode;
import health.medley.core.chart.ChartCondition;
import health.medley.core.chart.ChartCoverage;
import health.medley.core.chart.ChartEncounter;
import health.medley.core.chart.PatientChart;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartFactsTest {

    private static final String PATIENT = "{'resourceType':'Patient','id':'p1','birthDate':'1950-02-03'}";

    @TempDir
    Path directory;

    private PatientChart chart(String... resources) {
        Collected collected = new Folder(directory)
                .lines("0.ndjson", PATIENT)
                .lines("1.ndjson", resources)
                .read();
        assertEquals(List.of(), collected.problems);
        return collected.chart("p1");
    }

    private <T> T condition(String fields, Function<ChartCondition, T> part) {
        return part.apply(chart("{'resourceType':'Condition','subject':{'reference':'Patient/p1'}" + fields + "}")
                .conditions()
                .get(0));
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        return Optional.of(LocalDate.of(year, month, day));
    }

    @Test
    void handsOverEveryCodingOfACondition() {
        List<ChartCode> codes = condition(
                ",'code':{'text':'x','coding':[{'display':'d','system':'http://snomed.info/sct','code':'1'},"
                        + "{'code':'E11.9','system':'http://hl7.org/fhir/sid/icd-10-cm'},"
                        + "{'code':'home'},{'display':'no'}]}",
                ChartCondition::codes);

        assertEquals(
                List.of(
                        new ChartCode("http://snomed.info/sct", "1"),
                        new ChartCode("http://hl7.org/fhir/sid/icd-10-cm", "E11.9"),
                        new ChartCode("", "home")),
                codes);
    }

    @Test
    void takesTheFirstTenCharactersOfTheOnsetWhateverTheOffset() {
        assertEquals(
                day(2019, 12, 31),
                condition(
                        ",'recordedDate':'2020-01-05','onsetDateTime':'2019-12-31T23:59:59-05:00'",
                        ChartCondition::began));
    }

    @Test
    void takesTheRecordedDateWhereThereIsNoOnsetDateTime() {
        assertEquals(
                day(2020, 1, 5),
                condition(
                        ",'onsetPeriod':{'start':'2011-01-01'},'onsetAge':{'value':40},'recordedDate':'2020-01-05'",
                        ChartCondition::began));
    }

    @Test
    void leavesTheBeginningOpenWhereNeitherIsGiven() {
        assertEquals(Optional.empty(), condition(",'onsetString':'long ago'", ChartCondition::began));
    }

    @Test
    void takesTheFirstDayOfAYearOrMonth() {
        assertEquals(day(2019, 1, 1), condition(",'onsetDateTime':'2019'", ChartCondition::began));
        assertEquals(day(2019, 5, 1), condition(",'abatementDateTime':'2019-05'", ChartCondition::abated));
    }

    @Test
    void doesNotReadTheClinicalStatus() {
        String resolved = ",'clinicalStatus':{'coding':[{'code':'resolved'}]}";
        assertEquals(Optional.empty(), condition(resolved, ChartCondition::abated));
    }

    @Test
    void marksRefutedAndMistakenConditions() {
        for (String status : List.of("refuted", "entered-in-error")) {
            assertTrue(condition(
                    ",'verificationStatus':{'coding':[{'system':'s','code':'" + status + "'}]}",
                    ChartCondition::refuted));
        }
        assertEquals(
                false, condition(",'verificationStatus':{'coding':[{'code':'confirmed'}]}", ChartCondition::refuted));
    }

    @Test
    void handsOverTheDayOfDeath() {
        Collected collected = new Folder(directory)
                .lines(
                        "Patient.ndjson",
                        "{'resourceType':'Patient','id':'a','deceasedDateTime':'2025-03-09T23:00:00-05:00'}",
                        "{'resourceType':'Patient','id':'b','deceasedBoolean':true}",
                        "{'resourceType':'Patient','id':'c','deceasedBoolean':false,'birthDate':'1940'}")
                .read();

        assertEquals(day(2025, 3, 9), collected.chart("a").deathDate());
        assertEquals(Optional.empty(), collected.chart("b").deathDate());
        assertEquals(day(1940, 1, 1), collected.chart("c").birthDate());
        assertEquals(List.of(), collected.problems);
    }

    @Test
    void handsOverEncountersWithTheNpisOfTheirParticipants() {
        PatientChart chart = chart(
                "{'resourceType':'Encounter','status':'finished','subject':{'reference':'Patient/p1'},"
                        + "'period':{'start':'2024-05-06T10:00:00Z','end':'2024-05-07T10:00:00Z'},'participant':["
                        + "{'individual':{'reference':"
                        + "'Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|1111111111'}},"
                        + "{'period':{'start':'1999-01-01'},'actor':{'identifier':{'system':"
                        + "'http://hl7.org/fhir/sid/us-npi','value':'2222222222'}}},{'type':[]}]}",
                "{'resourceType':'Encounter','status':'planned','subject':{'reference':'Patient/p1'}}",
                "{'resourceType':'Encounter','status':'cancelled','subject':{'reference':'Patient/p1'},"
                        + "'period':{'start':'2024-05-08'}}");

        assertEquals(
                List.of(new ChartEncounter(LocalDate.of(2024, 5, 6), Set.of("1111111111", "2222222222"))),
                chart.encounters());
    }

    @Test
    void handsOverCoverage() {
        PatientChart chart =
                chart("{'resourceType':'Coverage','status':'active','beneficiary':{'reference':'Patient/p1'},"
                        + "'type':{'coding':[{'code':'RETIRE',"
                        + "'system':'http://terminology.hl7.org/CodeSystem/v3-ActCode'}]},"
                        + "'period':{'start':'2015-07-01'}}");

        assertEquals(
                List.of(new ChartCoverage(
                        "active",
                        List.of(new ChartCode("http://terminology.hl7.org/CodeSystem/v3-ActCode", "RETIRE")),
                        day(2015, 7, 1),
                        Optional.empty())),
                chart.coverages());
    }

    @Test
    void countsWhatIsReadAndWhatIsPassedOver() {
        Collected collected = new Folder(directory)
                .lines(
                        "all.ndjson",
                        PATIENT,
                        "{'resourceType':'AllergyIntolerance','patient':{'reference':'Patient/p1'}}",
                        "{'resourceType':'AllergyIntolerance','patient':{'reference':'Patient/nobody'}}",
                        "{'resourceType':'Observation','code':{'coding':[{'code':'x'}]},'subject':{'reference':'?'}}",
                        "{'resourceType':'MedicationRequest','id':'m','subject':{'reference':'Patient/p1'}}",
                        "{'resourceType':'CarePlan','id':'m','subject':{'reference':'Patient/p1'}}",
                        "{'resourceType':'Practitioner','id':'m'}")
                .read();

        assertEquals(
                Map.of("Patient", 1L, "MedicationRequest", 1L, "CarePlan", 1L, "Practitioner", 1L),
                collected.counts.read());
        assertEquals(Map.of("AllergyIntolerance", 2L, "Observation", 1L), collected.counts.skipped());
        assertEquals(1, collected.counts.patients());
        assertEquals(List.of(), collected.problems);
    }

    @Test
    void handsChartsOverInTheOrderOfTheirIds() {
        Collected collected = new Folder(directory)
                .lines("b.ndjson", "{'resourceType':'Patient','id':'b'}", "{'resourceType':'Patient','id':'D'}")
                .lines("a.ndjson", "{'resourceType':'Patient','id':'c'}", "{'resourceType':'Patient','id':'a'}")
                .read();

        assertEquals(List.of("D", "a", "b", "c"), collected.ids());
    }

    @Test
    void readsOnlyThePatientsAskedFor() {
        Folder folder = new Folder(directory)
                .lines(
                        "Condition.ndjson",
                        "{'resourceType':'Condition','id':'1','subject':{'reference':'Patient/a'}}",
                        "{'resourceType':'Condition','id':'2','subject':{'reference':'Patient/b'}}",
                        "{'resourceType':'Condition','id':'3','subject':{'reference':'Patient?identifier=s|2'}}",
                        "{'resourceType':'Condition','id':'4','subject':{'reference':'urn:uuid:a'}}",
                        "{'resourceType':'Condition','id':'5','subject':{'reference':'Patient/nobody'}}")
                .lines(
                        "Patient.ndjson",
                        "{'resourceType':'Patient','id':'a','identifier':[{'system':'s','value':'1'}]}",
                        "{'resourceType':'Patient','id':'b','identifier':[{'system':'s','value':'2'}]}");

        Collected collected = Collected.from(folder.path, Set.of("b"));

        assertEquals(List.of("b"), collected.ids());
        assertEquals(2, collected.chart("b").conditions().size());
        assertEquals(List.of(), collected.problems);
    }
}
