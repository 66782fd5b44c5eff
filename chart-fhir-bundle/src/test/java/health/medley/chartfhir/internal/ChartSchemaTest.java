package health.medley.chartfhir.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.core.chart.ChartRegister;
import health.medley.core.store.RecordKey;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The published schema of the record {@code chart} names what is written, and nothing else. */
class ChartSchemaTest {

    private final ObjectMapper mapper = new ObjectMapper();

    private JsonNode schema() throws IOException {
        try (InputStream in = ChartRegister.class.getResourceAsStream("/medley/schema/records/chart.json")) {
            return mapper.readTree(in);
        }
    }

    private JsonNode body(String... lines) throws IOException {
        Register register = new Register();
        register.lines(lines);
        RecordKey key = new RecordKey(ChartRecords.FACTS, register.ref("p1").value());
        return mapper.readTree(
                register.store.get(Register.CALLER, key).orElseThrow().body());
    }

    private JsonNode fullBody() throws IOException {
        return body(
                "{'resourceType':'Patient','id':'p1','birthDate':'1950-01-01','deceasedDateTime':'2025-01-01'}",
                "{'resourceType':'Condition','id':'c','subject':{'reference':'Patient/p1'},'onsetDateTime':'2020-01-01',"
                        + "'abatementDateTime':'2021-01-01','verificationStatus':{'coding':[{'code':'refuted'}]},"
                        + "'code':{'coding':[{'system':'s','code':'1'}]}}",
                "{'resourceType':'Encounter','id':'e','subject':{'reference':'Patient/p1'},'period':{'start':"
                        + "'2024-01-01'},'participant':[{'individual':{'reference':'Practitioner/d'}}]}",
                "{'resourceType':'Coverage','id':'v','beneficiary':{'reference':'Patient/p1'},'status':'active',"
                        + "'type':{'coding':[{'system':'t','code':'2'}]},'period':{'start':'2015-01-01','end':"
                        + "'2025-01-01'}}");
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void everyMemberIsInTheSchemaAndTheOtherWayRound() throws IOException {
        JsonNode body = fullBody();
        JsonNode properties = schema().get("properties");

        assertEquals(names(properties), names(body));
        for (String list : List.of("conditions", "coverages")) {
            JsonNode described = properties.get(list).get("items").get("properties");
            assertEquals(names(described), names(body.get(list).get(0)), list);
        }
    }

    @Test
    void whatIsRequiredIsAlwaysWritten() throws IOException {
        List<String> required = new ArrayList<>();
        schema().get("required").forEach(name -> required.add(name.asText()));

        assertTrue(names(body("{'resourceType':'Patient','id':'p1'}")).containsAll(required));
    }

    @Test
    void codesNameTheirSystemByItsPlace() throws IOException {
        JsonNode body = fullBody();

        assertEquals("[\"s\",\"t\"]", body.get("systems").toString());
        assertEquals("[\"1|2\"]", body.get("coverages").get(0).get("types").toString());
        assertEquals(
                "[[\"2024-01-01\",\"@Practitioner/d\"]]", body.get("encounters").toString());
    }
}
