package health.medley.chartfhir.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import health.medley.core.chart.ChartAllergy;
import health.medley.core.chart.ChartCode;
import health.medley.core.chart.ChartMedication;
import health.medley.core.chart.ImportReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Medications and allergies, which only care needs. */
class CareFactsTest {

    private static final String PATIENT = "{'resourceType':'Patient','id':'p1'}";
    private static final String SUBJECT = "'subject':{'reference':'Patient/p1'}";
    private static final String RX = "http://www.nlm.nih.gov/research/umls/rxnorm";

    private final Register register = new Register();

    private static String request(String id, String more) {
        return "{'resourceType':'MedicationRequest','id':'" + id + "'," + SUBJECT + more + "}";
    }

    private static String allergy(String id, String more) {
        return "{'resourceType':'AllergyIntolerance','id':'" + id + "','patient':{'reference':'Patient/p1'}" + more
                + "}";
    }

    private List<ChartMedication> medications() {
        return register.chart("p1").medications();
    }

    private List<ChartAllergy> allergies() {
        return register.chart("p1").allergies();
    }

    @Test
    void readsAnOrder() {
        register.lines(
                PATIENT,
                request(
                        "m1",
                        ",'status':'active','authoredOn':'2024-05-06T10:00:00Z','medicationCodeableConcept':{'coding':["
                                + "{'system':'" + RX + "','code':'860975','display':'Metformin 500 MG'},{'code':'x'}],"
                                + "'text':'Metformin'},'dosageInstruction':[{'sequence':1,'text':'1 tablet'},"
                                + "{'text':'with meals'},{'timing':{'text':'no'}}]"));

        assertEquals(
                List.of(new ChartMedication(
                        "m1",
                        List.of(new ChartCode(RX, "860975"), new ChartCode("", "x")),
                        "Metformin",
                        "active",
                        Optional.of(LocalDate.parse("2024-05-06")),
                        "1 tablet; with meals")),
                medications());
    }

    @Test
    void takesTheDisplayWhereThereIsNoText() {
        register.lines(
                PATIENT,
                request("m1", ",'medicationCodeableConcept':{'coding':[{'code':'x','display':'Metformin 500 MG'}]}"),
                request("m2", ",'medicationReference':{'reference':'Medication/9','display':'Lisinopril'}"),
                request("m3", ",'medicationReference':{'reference':'Medication/9'}"));

        assertEquals(
                List.of("Metformin 500 MG", "Lisinopril", ""),
                medications().stream().map(ChartMedication::name).toList());
    }

    @Test
    void readsTheTypeAlsoWhenItComesLast() {
        register.lines(
                PATIENT,
                "{'id':'m1','medicationCodeableConcept':{'text':'Metformin'}," + SUBJECT
                        + ",'authoredOn':'2024-05-06','resourceType':'MedicationRequest'}",
                "{'code':{'text':'Penicillin'},'patient':{'reference':'Patient/p1'},'id':'a1',"
                        + "'resourceType':'AllergyIntolerance'}");

        assertEquals("Metformin", medications().get(0).name());
        assertEquals("Penicillin", allergies().get(0).name());
    }

    @Test
    void aStatementStandsBesideAnOrderOfTheSameId() {
        register.lines(
                PATIENT,
                request("m1", ",'medicationCodeableConcept':{'text':'Metformin'}"),
                "{'resourceType':'MedicationStatement','id':'m1'," + SUBJECT
                        + ",'status':'active','effectiveDateTime':'2024-01-02','dateAsserted':'2024-02-02',"
                        + "'medicationCodeableConcept':{'text':'Aspirin'},'dosage':[{'text':'81 mg'}]}");

        assertEquals(2, medications().size());
        ChartMedication statement = medications().get(1);
        assertEquals("m1", statement.id());
        assertEquals("Aspirin", statement.name());
        assertEquals("81 mg", statement.dosage());
        assertEquals(LocalDate.parse("2024-01-02"), statement.authoredOn().orElseThrow());
    }

    @Test
    void readsAnAllergy() {
        register.lines(
                PATIENT,
                allergy(
                        "a1",
                        ",'clinicalStatus':{'coding':[{'code':'active'}]},'criticality':'high','recordedDate':"
                                + "'2020-01-01','code':{'coding':[{'system':'s','code':'7980','display':'Penicillin'}]}"));

        assertEquals(
                List.of(new ChartAllergy(
                        "a1",
                        List.of(new ChartCode("s", "7980")),
                        "Penicillin",
                        "active",
                        "high",
                        Optional.of(LocalDate.parse("2020-01-01")))),
                allergies());
    }

    @Test
    void takesOutWhatWasEnteredInError() {
        register.lines(PATIENT, request("m1", ",'status':'active'"), allergy("a1", ""));
        register.lines(
                request("m1", ",'status':'entered-in-error'"),
                allergy("a1", ",'verificationStatus':{'coding':[{'code':'refuted'}]}"));

        assertEquals(List.of(), medications());
        assertEquals(List.of(), allergies());
    }

    @Test
    void aDateThatIsNoneIsReportedAndTheRestKept() {
        ImportReport report = register.lines(
                PATIENT,
                request("m1", ",'authoredOn':'soon','medicationCodeableConcept':{'text':'Metformin'}"),
                allergy("a1", ",'recordedDate':5"));

        assertEquals(
                List.of("d.ndjson:2:authoredOn", "d.ndjson:3:recordedDate"),
                report.problems().stream().map(problem -> problem.place()).toList());
        assertEquals(Optional.empty(), medications().get(0).authoredOn());
        assertEquals(1, allergies().size());
    }

    @Test
    void manyChartsAreReadWithoutThem() {
        register.lines(PATIENT, request("m1", ",'status':'active'"), allergy("a1", ""));

        assertEquals(List.of(), register.all().get("p1").medications());
        assertEquals(List.of(), register.all().get("p1").allergies());
    }
}
