package health.medley.launcher.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ManifestHeaderTest {
    private static final String PROVIDED = "osgi.service;objectClass:List<String>=\"a,b\","
            + "medley.rules;months=\"[2025-01,2025-12]\";name:String=\"ccm-2025\"";

    @Test
    void separatorsInQuotesDoNotSeparate() {
        assertEquals(Optional.of("ccm-2025"), ManifestHeader.attribute(PROVIDED, "medley.rules", "name"));
        assertEquals(Optional.of("[2025-01,2025-12]"), ManifestHeader.attribute(PROVIDED, "medley.rules", "months"));
    }

    @Test
    void whatIsNotThereIsEmpty() {
        assertEquals(Optional.empty(), ManifestHeader.attribute(PROVIDED, "medley.rules", "program"));
        assertEquals(Optional.empty(), ManifestHeader.attribute(PROVIDED, "osgi.extender", "name"));
    }

    @Test
    void aNameIsWhatStandsBeforeItsParameters() {
        assertEquals("health.medley.core", ManifestHeader.name("health.medley.core;singleton:=true"));
    }
}
