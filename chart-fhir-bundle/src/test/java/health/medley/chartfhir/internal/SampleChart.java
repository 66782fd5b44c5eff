package health.medley.chartfhir.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes small charts by a seed: resources as lists of their fields, the type first, quotes written '. */
final class SampleChart {

    static final int PATIENTS = 5;
    private static final int EACH = 6;

    private SampleChart() {}

    /** The same resources for the same seed. */
    static List<List<String>> resources(long seed) {
        Random random = new Random(seed);
        List<List<String>> all = new ArrayList<>();
        for (int p = 0; p < PATIENTS; p++) {
            all.add(patient(random, p));
            for (int i = 0; i < EACH; i++) {
                all.add(condition(random, p, i));
                all.add(encounter(random, p, i));
            }
            all.add(coverage(random, p));
            all.add(observation(p));
        }
        all.add(List.of(
                "'resourceType':'Practitioner'",
                "'id':'d1'",
                "'identifier':[{'system':'http://hl7.org/fhir/sid/us-npi','value':'1000000001'}]"));
        return all;
    }

    private static List<String> patient(Random random, int p) {
        return List.of(
                "'resourceType':'Patient'",
                "'id':'p" + p + "'",
                "'identifier':[{'use':'official','system':'urn:mrn','value':'m" + p + "'}]",
                "'name':[{'family':'Muster','given':['Änne','😀'],'period':{'start':'1999'}}]",
                "'birthDate':'" + day(random, 1940) + "'",
                "'extension':[{'url':'u','valueDecimal':1.5e-3},{'url':'v','extension':[{'valueBoolean':true}]}]");
    }

    private static List<String> coverage(Random random, int p) {
        return List.of(
                "'resourceType':'Coverage'",
                "'id':'v" + p + "'",
                "'status':'active'",
                "'type':{'coding':[{'system':'s','code':'RETIRE'}]}",
                "'period':{'start':'2015-01-01','end':'" + day(random, 2025) + "'}",
                "'beneficiary':{'reference':'Patient/p" + p + "'}");
    }

    private static List<String> observation(int p) {
        return List.of(
                "'resourceType':'Observation'",
                "'id':'o" + p + "'",
                "'period':{'start':'not a date'}",
                "'subject':{'reference':'Patient/p" + p + "'}");
    }

    private static List<String> condition(Random random, int patient, int i) {
        return List.of(
                "'resourceType':'Condition'",
                "'id':'c" + patient + "-" + i + "'",
                "'verificationStatus':{'coding':[{'code':'" + (random.nextInt(4) == 0 ? "refuted" : "confirmed")
                        + "'}]}",
                "'code':{'coding':[{'system':'http://snomed.info/sct','code':'" + random.nextInt(9) + "'}],'text':'t'}",
                "'subject':{'reference':'Patient/p" + patient + "','display':'Änne'}",
                "'onsetDateTime':'" + day(random, 2010) + "T11:27:32+00:00'",
                "'recordedDate':'" + day(random, 2012) + "'",
                "'abatementDateTime':'" + day(random, 2024) + "'");
    }

    private static List<String> encounter(Random random, int patient, int i) {
        String practitioner =
                random.nextBoolean() ? "Practitioner/d1" : "Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|2";
        return List.of(
                "'resourceType':'Encounter'",
                "'id':'e" + patient + "-" + i + "'",
                "'status':'finished'",
                "'type':[{'coding':[{'system':'s','code':'c'}]}]",
                "'identifier':[{'system':'s','value':'v'}]",
                "'participant':[{'individual':{'reference':'" + practitioner + "'},'period':{'start':'1900'}}]",
                "'period':{'end':'2030-01-01','start':'" + day(random, 2023) + "'}",
                "'subject':{'reference':'Patient/p" + patient + "'}");
    }

    private static String day(Random random, int firstYear) {
        return String.format(
                "%d-%02d-%02d", firstYear + random.nextInt(2), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    /** One line for each resource. */
    static String[] lines(List<List<String>> resources) {
        return resources.stream()
                .map(fields -> "{" + String.join(",", fields) + "}")
                .toArray(String[]::new);
    }
}
