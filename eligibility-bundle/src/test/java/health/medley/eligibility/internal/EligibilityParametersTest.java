package health.medley.eligibility.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Clause;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.ServiceMonth;
import health.medley.core.rules.RuleSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EligibilityParametersTest {

    @Test
    void readsTheValuesWithTheirClauses() {
        EligibilityParameters parameters = TestRules.parameters();
        assertEquals(2, parameters.minimumConditions().value());
        assertEquals(
                new Clause("eligibility.yaml", "parameters/minimum-conditions", "A booklet", "2015-01-01"),
                parameters.minimumConditions().clause());
        assertEquals(1, parameters.visitWindowYears().value());
        assertTrue(parameters.visitCodes().value().accept("G0439"));
        assertFalse(parameters.visitCodes().value().accept("99211"));
        assertFalse(parameters.visitCodes().value().accept("99212"));
        assertEquals("", parameters.visitCodes().clause().inForce());
        assertEquals(Set.of("availability", "right-to-stop"), parameters.consentItems());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            value: 2,               | value: two,           | 2, 31: "minimum-conditions/value" is "two"; expected
            value: 2,               | value: -2,            | 2, 31: "minimum-conditions/value" is "-2"; expected
            value: 2,               |                       | 2, 23: "minimum-conditions" has no key "value"
            unit: years             | unit: months          | 3, 34: "visit-window/unit" is "months"; expected "years"
            source: A booklet}      | source: ''}           | 2, 78: "minimum-conditions/source" is no text
            ["99211"]               | 99211                 | 6, 14: "visit-codes/refused" is no list
            accepted:               | acepted:              | 5, 5: "visit-codes" has no key "accepted"
            visit-window:           | minimum-conditions:   | 3, 3: the parameters has the key
            {value: 1, unit: years, | {value: 1, {unit: yea | 3,
            """)
    void aMistakeIsNamedByFileLineAndColumn(String was, @Nullable String is, String problem) {
        String broken = TestRules.ELIGIBILITY.replaceFirst(Pattern.quote(was), is == null ? "" : is);
        MedleyException refused =
                assertThrows(MedleyException.class, () -> EligibilityParameters.of(TestRules.set(broken)));
        assertEquals(ErrorCode.RULES_INVALID, refused.code());
        String message = refused.getMessage()
                .replace("\"parameters/", "\"")
                .replace("\"parameters\"", "the parameters")
                .replace("line ", "")
                .replace(" column ", " ");
        assertTrue(message.startsWith("Reading eligibility.yaml of the rules ccm-test 1.0.0, " + problem), message);
        assertTrue(message.endsWith("check it with \"rules check\"."), message);
    }

    @Test
    void aFileWithoutParametersIsNamed() {
        MedleyException refused = assertThrows(
                MedleyException.class, () -> EligibilityParameters.of(TestRules.set("criteria:\n  - one\n")));
        assertEquals(
                "Reading eligibility.yaml of the rules ccm-test 1.0.0, line 1, column 1: the file has no key"
                        + " \"parameters\"; expected one. Correct the rule bundle and check it with \"rules check\".",
                refused.getMessage());
    }

    @Test
    void aMissingOrEmptyFileIsNamed() {
        ServiceMonth month = ServiceMonth.parse("2025-03");
        RuleSet none = RuleSet.of("ccm-test", "1.0.0", "ccm", month, month, Map.of());
        assertTrue(assertThrows(MedleyException.class, () -> EligibilityParameters.of(none))
                .getMessage()
                .contains("the file is missing"));
        assertTrue(assertThrows(MedleyException.class, () -> EligibilityParameters.of(TestRules.set("# nothing\n")))
                .getMessage()
                .contains("the file is empty"));
    }
}
