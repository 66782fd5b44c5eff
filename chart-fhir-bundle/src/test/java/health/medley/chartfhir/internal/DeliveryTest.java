package health.medley.chartfhir.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.PatientRef;
import health.medley.core.chart.ChartCondition;
import health.medley.core.chart.ChartEncounter;
import health.medley.core.chart.ImportReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a later delivery does to what an earlier one said. */
class DeliveryTest {

    private static final String PATIENT = "{'resourceType':'Patient','id':'p1','birthDate':'1950-01-02'}";

    private final Register register = new Register();

    private static String condition(String id, String code, String more) {
        return "{'resourceType':'Condition','id':'" + id + "','subject':{'reference':'Patient/p1'},'code':{'coding':"
                + "[{'system':'s','code':'" + code + "'}]}" + more + "}";
    }

    private static String encounter(String id, String more) {
        return "{'resourceType':'Encounter','id':'" + id + "','subject':{'reference':'Patient/p1'},'period':{'start':"
                + "'2025-01-05'}" + more + "}";
    }

    private List<String> codes() {
        return register.chart("p1").conditions().stream()
                .map(condition -> condition.codes().get(0).code())
                .toList();
    }

    @Test
    void countsWhatItDid() {
        ImportReport first = register.lines(PATIENT, condition("c1", "A", ""), "{'resourceType':'Observation'}");
        assertEquals(1, first.patientsAdded());
        assertEquals(0, first.patientsChanged());
        assertEquals(1L, first.read().get("Condition"));
        assertEquals(1L, first.skipped().get("Observation"));
        assertTrue(first.bytes() > 100);

        ImportReport same = register.lines(condition("c1", "A", ""));
        assertEquals(1, same.patientsUnchanged());
        assertEquals(0, same.patientsAdded() + same.patientsChanged());

        ImportReport other = register.lines(condition("c1", "B", ""));
        assertEquals(1, other.patientsChanged());
        assertEquals(0, other.patientsAdded() + other.patientsUnchanged());
    }

    @Test
    void replacesAResourceInItsPlace() {
        register.lines(PATIENT, condition("c1", "A", ""), condition("c2", "B", ""));
        register.lines(condition("c1", "C", ""));

        assertEquals(List.of("C", "B"), codes());
    }

    @Test
    void keepsARefutedConditionAsRefuted() {
        register.lines(PATIENT, condition("c1", "A", ""));
        register.lines(condition("c1", "A", ",'verificationStatus':{'coding':[{'code':'entered-in-error'}]}"));

        ChartCondition refuted = register.chart("p1").conditions().get(0);
        assertTrue(refuted.refuted());
    }

    @Test
    void takesOutAnEncounterThatNeverWas() {
        register.lines(PATIENT, encounter("e1", ""), encounter("e2", ""));
        ImportReport report = register.lines(encounter("e1", ",'status':'entered-in-error'"));

        assertEquals(1, register.chart("p1").encounters().size());
        assertEquals(1, report.patientsChanged());
        register.lines(encounter("e2", ",'status':'cancelled'"));
        assertEquals(List.of(), register.chart("p1").encounters());
        register.lines(encounter("e1", ",'status':'finished'"));
        assertEquals(1, register.chart("p1").encounters().size());
    }

    @Test
    void aResourceThatCannotBeReadLeavesTheFormerOne() {
        register.lines(PATIENT, condition("c1", "A", ",'onsetDateTime':'2020-01-01'"));
        ImportReport report = register.lines(condition("c1", "B", ",'onsetDateTime':'soon'"));

        assertEquals(1, report.problemCount());
        assertEquals("d.ndjson:1:onsetDateTime", report.problems().get(0).place());
        assertEquals(List.of("A"), codes());
    }

    @Test
    void thePatientIsReplacedToo() {
        register.lines(PATIENT);
        register.lines("{'resourceType':'Patient','id':'p1','deceasedDateTime':'2025-03-04T10:00:00Z'}");

        assertEquals(Optional.empty(), register.chart("p1").birthDate());
        assertEquals(
                LocalDate.parse("2025-03-04"), register.chart("p1").deathDate().orElseThrow());
    }

    @Test
    void resourcesWaitForTheirPatient() {
        ImportReport early = register.lines(condition("c1", "A", ""), encounter("e1", ""));

        assertEquals(2, early.waiting());
        assertEquals(0, early.patientsAdded());
        assertEquals(List.of(), early.problems());
        assertEquals(0, register.all().size());
        assertEquals(
                ErrorCode.PATIENT_UNKNOWN,
                assertThrows(MedleyException.class, () -> register.ref("p1")).code());

        ImportReport late = register.lines(PATIENT);
        assertEquals(0, late.waiting());
        assertEquals(1, late.patientsAdded());
        assertEquals(List.of("A"), codes());
        assertEquals(1, register.chart("p1").encounters().size());
    }

    @Test
    void aPatientKeepsTheReference() {
        register.lines(condition("c1", "A", ""));
        register.lines(PATIENT);
        PatientRef patient = register.ref("p1");
        register.lines("{'resourceType':'Patient','id':'p1','birthDate':'1951-01-02'}");

        assertEquals(patient, register.ref("p1"));
        Register elsewhere = new Register();
        elsewhere.lines(PATIENT);
        assertNotEquals(patient, elsewhere.ref("p1"), "it is not made of the id");
    }

    @Test
    void findsPractitionersDeliveredBeforeOrAfter() {
        String doctor = "{'resourceType':'Practitioner','id':'d1','identifier':[{'system':"
                + "'http://hl7.org/fhir/sid/us-npi','value':'1000000001'},{'system':'urn:staff','value':'7'}]}";
        String seen = ",'participant':[{'individual':{'reference':'%s'}}]";
        register.lines(
                PATIENT,
                encounter("e1", seen.formatted("Practitioner/d1")),
                encounter("e2", seen.formatted("Practitioner?identifier=urn:staff|7")),
                encounter("e3", seen.formatted("Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|1000000002")),
                encounter("e4", seen.formatted("Practitioner/d2")));
        assertEquals(List.of(Set.of(), Set.of(), Set.of("1000000002"), Set.of()), npis());

        long charts = register.versions();
        register.lines(doctor);
        assertEquals(List.of(Set.of("1000000001"), Set.of("1000000001"), Set.of("1000000002"), Set.of()), npis());
        assertEquals(charts + 1, register.versions(), "no chart is written again for a practitioner");

        register.lines(doctor.replace("1000000001", "1000000009"));
        assertEquals(Set.of("1000000009"), npis().get(0));
        register.lines("{'resourceType':'Practitioner','id':'d1'}");
        assertEquals(Set.of(), npis().get(0));
    }

    private List<Set<String>> npis() {
        return register.chart("p1").encounters().stream()
                .map(ChartEncounter::npis)
                .toList();
    }

    @Test
    void referencesByIdentifierFindThePatientWheneverHeCame() {
        String byIdentifier = condition("c1", "A", "").replace("Patient/p1", "Patient?identifier=urn:mrn|m1");
        ImportReport early = register.lines(byIdentifier);
        assertEquals(1, early.waiting());

        ImportReport late =
                register.lines("{'resourceType':'Patient','id':'p1','identifier':[{'system':'urn:mrn','value':'m1'}]}");
        assertEquals(0, late.waiting());
        assertEquals(List.of("A"), codes());

        register.lines(byIdentifier.replace("c1", "c2"));
        assertEquals(List.of("A", "A"), codes());
    }

    @Test
    void anIdentifierOfTwoPatientsMeansNeither() {
        String two = "{'resourceType':'Patient','id':'%s','identifier':[{'system':'urn:mrn','value':'m1'}]}";
        register.lines(two.formatted("p1"), two.formatted("p2"));
        ImportReport report =
                register.lines(condition("c1", "A", "").replace("Patient/p1", "Patient?identifier=urn:mrn|m1"));

        assertEquals(1, report.waiting());
        assertEquals(List.of(), register.chart("p1").conditions());
        register.lines("{'resourceType':'Patient','id':'p2'}");
        assertEquals(List.of("A"), codes());
    }

    @Test
    void entriesOfABundleReferToEachOther() {
        String entry = "{'fullUrl':'urn:uuid:%s','resource':%s}";
        String body = "{'resourceType':'Condition','id':'c1','subject':{'reference':'urn:uuid:aa'},'code':{'coding':"
                + "[{'code':'A'}]}}";
        ImportReport report = register.bundle("{'resourceType':'Bundle','entry':[" + entry.formatted("bb", body) + ","
                + entry.formatted("aa", PATIENT) + "]}");

        assertEquals(List.of(), report.problems());
        assertEquals(List.of("A"), codes());
        // a later Bundle calls the patient the same
        register.bundle("{'resourceType':'Bundle','entry':["
                + entry.formatted("cc", body.replace("c1", "c2").replace("'A'", "'B'")) + "]}");
        assertEquals(List.of("A", "B"), codes());
    }

    @Test
    void aUuidMayBeThePatientsIdInAnotherDelivery() {
        register.lines("{'resourceType':'Condition','id':'c1','subject':{'reference':'urn:uuid:p1'},'code':{'coding':"
                + "[{'code':'A'}]}}");
        register.lines(PATIENT);

        assertEquals(List.of("A"), codes());
    }

    @Test
    void aReferenceToSomethingElseIsReported() {
        ImportReport report = register.lines(PATIENT, condition("c1", "A", "").replace("Patient/p1", "Group/g1"));

        assertEquals("d.ndjson:2:subject", report.problems().get(0).place());
        assertEquals(0, report.waiting());
    }
}
