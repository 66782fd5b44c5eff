package health.medley.core.billing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CodeLineTest {

    @Test
    void isWrittenAsInFiles() {
        assertEquals("99490x1", new CodeLine("99490", "", 1, "").toString());
        assertEquals("99214-25x1", new CodeLine("99214", "25", 1, "").toString());
        assertEquals("G0181x2@P2", new CodeLine("G0181", "", 2, "P2").toString());
    }

    @Test
    void hasAtLeastOneUnit() {
        assertThrows(IllegalArgumentException.class, () -> new CodeLine("99490", "", 0, ""));
    }
}
