package health.medley.chartfhir.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {

    private static final String PATIENTS = "{'resourceType':'Bundle','type':'collection','entry':["
            + "{'fullUrl':'urn:uuid:11','resource':{'resourceType':'Patient','id':'p1',"
            + "'identifier':[{'system':'urn:mrn','value':'M 1'},{'system':'urn:shared','value':'x'}]}},"
            + "{'fullUrl':'https://ehr.example/fhir/Patient/p2','resource':{'resourceType':'Patient','id':'p2',"
            + "'identifier':[{'system':'urn:shared','value':'x'}]}}]}";
    private static final String PRACTITIONERS = "{'resourceType':'Bundle','entry':["
            + "{'fullUrl':'urn:uuid:d-1','resource':{'resourceType':'Practitioner','id':'d1','identifier':["
            + "{'system':'urn:staff','value':'7'},{'system':'http://hl7.org/fhir/sid/us-npi','value':'1234567893'}]}},"
            + "{'resource':{'resourceType':'Practitioner','id':'no-npi','identifier':[{'system':'s','value':'v'}]}}]}";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'reference':'Patient/p1'",
                "'reference':'Patient/p1/_history/3','type':'Patient'",
                "'reference':'https://ehr.example/fhir/Patient/p1'",
                "'reference':'https://ehr.example/Patient/x/fhir/Patient/p1/_history/2'",
                "'reference':'urn:uuid:11'",
                "'reference':'urn:uuid:p1'",
                "'reference':'Patient?identifier=urn:mrn|M 1'",
                "'reference':'Patient?identifier=urn%3Amrn%7CM%201&active=true'",
                "'reference':'https://ehr.example/fhir/Patient?identifier=urn:mrn|M 1'",
                "'identifier':{'value':'M 1','system':'urn:mrn'}",
                "'identifier':{'system':'wrong','value':'wrong'},'reference':'Patient/p1'"
            })
    void findsThePatientWhateverTheFormAndTheOrderOfTheFiles(String reference) {
        String condition = "{'resourceType':'Condition','subject':{" + reference + "}}";
        Folder folder = new Folder(directory)
                .lines("a.ndjson", condition)
                .text("b.json", PATIENTS)
                .lines("c.ndjson", condition);

        Collected collected = folder.read();

        assertEquals(List.of(), collected.problems);
        assertEquals(2, collected.chart("p1").conditions().size());
        assertEquals(0, collected.chart("p2").conditions().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'reference':'Patient/p3'",
                "'reference':'Patient/'",
                "'reference':'Patient/p1 '",
                "'reference':'patient/p1'",
                "'reference':'OutPatient/p1'",
                "'reference':'Group/p1'",
                "'reference':'#p1'",
                "'reference':'p1'",
                "'reference':'urn:uuid:12'",
                "'reference':'Patient?identifier=urn:shared|x'",
                "'reference':'Patient?identifier=urn:mrn|M 2'",
                "'reference':''"
            })
    void reportsAReferenceThatMeansNoPatientOrTwo(String reference) {
        String condition = "{'resourceType':'Condition','subject':{" + reference + "}}";

        Collected collected = new Folder(directory)
                .lines("a.ndjson", condition)
                .text("b.json", PATIENTS)
                .read();

        assertEquals(List.of("chart/a.ndjson:1"), collected.places());
        assertEquals(List.of(), collected.chart("p1").conditions());
        assertEquals(List.of("p1", "p2"), collected.ids());
    }

    @Test
    void reportsAResourceThatNamesNoPatientAtAll() {
        Collected collected = new Folder(directory)
                .lines(
                        "a.ndjson",
                        "{'resourceType':'Condition'}",
                        "{'resourceType':'Condition','subject':{'display':'x'}}",
                        "{'resourceType':'Coverage','subject':'Patient/p1'}",
                        "{'resourceType':'Encounter','subject':['Patient/p1']}")
                .text("b.json", PATIENTS)
                .read();

        assertEquals(
                List.of(
                        "chart/a.ndjson:1:subject",
                        "chart/a.ndjson:2:subject",
                        "chart/a.ndjson:3:beneficiary",
                        "chart/a.ndjson:4:subject"),
                collected.places());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'reference':'Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|1234567893'}",
                "{'reference':'Practitioner?identifier=urn:oid:2.16.840.1.113883.4.6|1234567893'}",
                "{'reference':'Practitioner?identifier=urn:staff|7'}",
                "{'reference':'Practitioner/d1'}",
                "{'reference':'https://ehr.example/Practitioner/d1/_history/1'}",
                "{'reference':'urn:uuid:d-1'}",
                "{'reference':'urn:uuid:d1'}",
                "{'identifier':{'system':'http://hl7.org/fhir/sid/us-npi','value':'1234567893'}}"
            })
    void findsThePractitionerWhateverTheFormAndTheOrderOfTheFiles(String reference) {
        assertEquals(Set.of("1234567893"), npis("a.ndjson", reference));
        assertEquals(Set.of("1234567893"), npis("z.ndjson", reference));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'reference':'Practitioner/unknown'}",
                "{'reference':'Practitioner/no-npi'}",
                "{'reference':'Patient/p1'}",
                "{'reference':'PractitionerRole/d1'}",
                "{'display':'x'}"
            })
    void handsOverNoNpiWhereNoneIsKnown(String reference) {
        assertEquals(Set.of(), npis("a.ndjson", reference));
    }

    private Set<String> npis(String file, String reference) {
        Collected collected = new Folder(directory.resolve(file))
                .lines(
                        file,
                        "{'resourceType':'Encounter','subject':{'reference':'Patient/p1'},"
                                + "'period':{'start':'2024-01-01'},"
                                + "'participant':[{'individual':" + reference + "}]}")
                .text("b.json", PATIENTS)
                .text("c.json", PRACTITIONERS)
                .read();
        assertEquals(List.of(), collected.problems);
        return collected.chart("p1").encounters().get(0).npis();
    }

    @Test
    void tellsAtMostAThousandResourcesWithoutAPatientOneByOne() {
        String[] lines = new String[1_500];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = "{'resourceType':'Condition','subject':{'reference':'Patient/" + (i % 2) + "'}}";
        }

        Collected collected = new Folder(directory).lines("a.ndjson", lines).read();

        assertEquals(1_001, collected.problems.size());
        assertEquals("chart/a.ndjson:1000", collected.problems.get(999).place());
        assertEquals(
                "And 500 more resources",
                collected.problems.get(1_000).problem().substring(0, 22));
    }

    @Test
    void namesTheEntryOfABundleWithoutAPatient() {
        Collected collected = new Folder(directory)
                .text(
                        "b.json",
                        "{'resourceType':'Bundle','entry':[{'resource':{'resourceType':'Patient','id':'p'}},"
                                + "{'resource':{'resourceType':'CarePlan','subject':{'reference':'Patient/q'}}}]}")
                .read();

        assertEquals(List.of("chart/b.json:entry[1]"), collected.places());
    }

    @Test
    void readsAPercentSignThatEncodesNothingAsItStands() {
        assertEquals("s|5%", References.conditionalIdentifier("Patient?identifier=s|5%", "Patient"));
        assertNull(References.conditionalIdentifier("Patient/1", "Patient"));
    }
}
