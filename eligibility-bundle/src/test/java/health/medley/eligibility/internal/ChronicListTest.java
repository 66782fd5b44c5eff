package health.medley.eligibility.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChronicListTest {
    private static final String HEADER =
            "code_system,code,match,chronic,ccw_category,chapter,name,codes_covered,source\n";

    @Test
    void theLongestPrefixAnswersAndAnExactRowGoesBeforeIt() throws IOException {
        ChronicList list = ChronicList.read(new StringReader(HEADER
                + "ICD10CM,E11,prefix,yes,Diabetes,,Broad,9,x\n"
                + "ICD10CM,E11.2,prefix,yes,Kidney,,\"Narrow, quoted\",9,x\n"
                + "ICD10CM,E11.21,exact,no,,,Exact,1,x\n"));
        assertEquals(Optional.of(new ChronicEntry(true, "Diabetes", "Broad")), list.find("ICD10CM:E11.9"));
        assertEquals(Optional.of(new ChronicEntry(true, "Kidney", "Narrow, quoted")), list.find("ICD10CM:E11.22"));
        assertEquals(Optional.of(new ChronicEntry(false, "", "Exact")), list.find("ICD10CM:E11.21"));
        assertEquals(Optional.empty(), list.find("SNOMED:E11"));
        assertEquals(Optional.empty(), list.find(""));
    }

    @Test
    void aRowOfAnotherCodeSystemIsNamedByItsLine() {
        MedleyException refused = assertThrows(
                MedleyException.class, () -> ChronicList.read(new StringReader(HEADER + "LOINC,1,exact,yes,,,,1,x\n")));
        assertEquals(ErrorCode.PLATFORM_FAULTY, refused.code());
        assertTrue(refused.getMessage().contains("line 2 names the code system \"LOINC\""), refused.getMessage());
    }

    @Test
    void aCodeIsComparedInOneFormHoweverWritten() {
        assertEquals("ICD10CM:E11.65", CodeSystem.ICD10CM.key(" e1165 "));
        assertEquals("ICD10CM:E11.65", CodeSystem.ICD10CM.key("E11.65"));
        assertEquals("ICD10CM:I10", CodeSystem.ICD10CM.key("I10"));
        assertEquals("ICD10CM:I10", CodeSystem.ICD10CM.key("I10."));
        assertEquals("SNOMED:44054006", CodeSystem.SNOMED.key("44054006"));
    }
}
