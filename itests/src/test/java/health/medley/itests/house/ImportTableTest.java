package health.medley.itests.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The import table sees each violation once it is planted. */
class ImportTableTest {
    private static final String CORE_IMPORT = "health.medley.core;version=\"[1.0,2)\"";

    @Test
    void acceptsAProviderThatKeepsTheTable() {
        assertEquals(
                List.of(),
                violations(
                        "health.medley.billing",
                        Map.of(
                                "Import-Package",
                                CORE_IMPORT
                                        + ",health.medley.core.rules;version=\"[1.0,1.1)\",org.slf4j;version=\"[2.0,3)\","
                                        + "java.util,javax.xml.parsers,com.fasterxml.jackson.core;version=\"[2.23,3)\","
                                        + "org.jspecify.annotations;resolution:=optional;version=\"[1.0,2)\""),
                        "health/medley/billing/internal/Plan.class",
                        "org/snakeyaml/engine/v2/Load.class"));
    }

    static Stream<Arguments> planted() {
        String provider = "health.medley.billing";
        String rules = "health.medley.rules.ccm-2025";
        return Stream.of(
                planted(
                        "imports health.medley.eligibility.internal",
                        provider,
                        "Import-Package",
                        "health.medley.eligibility.internal"),
                planted(
                        "imports org.osgi.framework",
                        provider,
                        "Import-Package",
                        "org.osgi.framework;version=\"[1.10,2)\""),
                planted("imports org.osgi.framework", "health.medley.cli", "Import-Package", "org.osgi.framework"),
                planted(
                        "imports com.google.common.base",
                        "health.medley.switchboard",
                        "Import-Package",
                        "com.google.common.base"),
                planted("imports org.slf4j", "health.medley.core", "Import-Package", "org.slf4j"),
                planted(
                        "imports health.medley.core without a range of versions",
                        provider,
                        "Import-Package",
                        "health.medley.core"),
                planted(
                        "imports org.jspecify.annotations and not optionally",
                        provider,
                        "Import-Package",
                        "org.jspecify.annotations"),
                planted("has a Bundle-Activator", provider, "Bundle-Activator", "health.medley.billing.internal.Start"),
                planted("has Require-Bundle", provider, "Require-Bundle", "health.medley.core"),
                planted("has DynamicImport-Package", provider, "DynamicImport-Package", "*"),
                planted(
                        "has DynamicImport-Package",
                        "health.medley.switchboard",
                        "DynamicImport-Package",
                        "org.osgi.service.component.runtime,*"),
                planted("has Fragment-Host", provider, "Fragment-Host", "health.medley.core"),
                planted(
                        "exports health.medley.billing.api",
                        provider,
                        "Export-Package",
                        "health.medley.billing.api;version=\"1.0\""),
                planted(
                        "exports health.medley.core without a version",
                        "health.medley.core",
                        "Export-Package",
                        "health.medley.core"),
                planted("imports health.medley.core", rules, "Import-Package", CORE_IMPORT),
                planted("imports java.util", rules, "Import-Package", "java.util"),
                planted("has the symbolic name 'org.example'", "org.example", "X", ""));
    }

    private static Arguments planted(String problem, String name, String header, String value) {
        return Arguments.of(problem, name, header, value);
    }

    @ParameterizedTest
    @MethodSource("planted")
    void seesAPlantedHeader(String problem, String name, String header, String value) {
        List<String> expected = List.of("planted.jar " + problem);
        String rules = name.contains("rules") ? "medley.rules;name=\"ccm-2025\"" : "";
        assertEquals(expected, violations(name, Map.of(header, value, "Provide-Capability", rules)));
    }

    @Test
    void seesAClassInARuleBundle() {
        assertEquals(
                List.of("planted.jar holds a class: medley/rules/Sly.class"),
                violations(
                        "health.medley.rules.x",
                        Map.of("Provide-Capability", "medley.rules"),
                        "medley/rules/Sly.class"));
    }

    @Test
    void seesARuleBundleWithoutItsCapability() {
        assertEquals(
                List.of("planted.jar does not provide the capability medley.rules"),
                violations("health.medley.rules.x", Map.of()));
    }

    @Test
    void seesAClassOutsideInternal() {
        assertEquals(
                List.of("planted.jar holds a class outside internal: health/medley/core/Caller.class"),
                violations("health.medley.billing", Map.of(), "health/medley/core/Caller.class"));
    }

    private static List<String> violations(String name, Map<String, String> headers, String... entries) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Bundle-SymbolicName", name);
        Map<String, LocalDateTime> times = new LinkedHashMap<>();
        for (String entry : entries) {
            times.put(entry, LocalDateTime.of(2026, 11, 23, 0, 0));
        }
        return ImportTable.violations(new BuiltJar("planted.jar", all, times));
    }
}
