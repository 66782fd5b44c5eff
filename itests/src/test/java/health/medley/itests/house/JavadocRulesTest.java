package health.medley.itests.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.itests.Places;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class JavadocRulesTest {

    @Test
    void everyPublicTypeAndContractMethodOfCoreIsDescribed() throws Exception {
        Path root = Places.root();
        Map<String, String> sources = new TreeMap<>();
        for (String file : SourceRules.sources(root)) {
            if (file.startsWith("core-bundle/src/main/java/") && !file.endsWith("package-info.java")) {
                sources.put(file, Files.readString(root.resolve(file)));
            }
        }
        assertTrue(sources.size() > 50, "sources of core: " + sources.size());
        assertEquals(List.of(), JavadocRules.violations(sources));
    }

    @Test
    void seesWhatIsNotDescribed() {
        String contract = "@Contract public interface A { /** Ask. */ void ask(); void tell(); }";
        assertEquals(
                List.of("/A.java says nothing of A", "/A.java says nothing of tell"),
                JavadocRules.violations(Map.of("A.java", contract)));
    }
}
