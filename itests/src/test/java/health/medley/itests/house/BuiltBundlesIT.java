package health.medley.itests.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.itests.Places;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every bundle that was built keeps the import table, and would be built again with the same bytes. */
class BuiltBundlesIT {
    private static final LocalDateTime BUILD_TIME = LocalDateTime.of(2026, 11, 23, 0, 0);
    private static final List<BuiltJar> BUNDLES =
            Places.builtBundles().stream().map(BuiltJar::read).toList();

    @Test
    void everyBundleKeepsTheImportTable() {
        List<String> problems = new ArrayList<>();
        Set<ImportTable.Kind> kinds = EnumSet.noneOf(ImportTable.Kind.class);
        for (BuiltJar bundle : BUNDLES) {
            problems.addAll(ImportTable.violations(bundle));
            kinds.add(ImportTable.kind(bundle.symbolicName()));
        }
        assertEquals(List.of(), problems);
        assertEquals(EnumSet.allOf(ImportTable.Kind.class), kinds);
        assertTrue(BUNDLES.size() >= 10, "bundles found: " + BUNDLES.size());
    }

    @Test
    void everyEntryOfEveryBundleCarriesTheBuildTime() {
        List<String> problems = new ArrayList<>();
        for (BuiltJar bundle : BUNDLES) {
            bundle.entries().forEach((entry, time) -> {
                if (!isBuildTime(time)) {
                    problems.add(bundle.file() + " " + entry + " of " + time);
                }
            });
        }
        assertEquals(List.of(), problems);
    }

    @Test
    void noManifestNamesAPersonOrAMoment() {
        List<String> problems = new ArrayList<>();
        for (BuiltJar bundle : BUNDLES) {
            for (String header : List.of("Built-By", "Bnd-LastModified")) {
                if (bundle.headers().containsKey(header)) {
                    problems.add(bundle.file() + " has " + header);
                }
            }
        }
        assertEquals(List.of(), problems);
    }

    /** A zip keeps local time without a zone, and some writers shift it by the zone of the machine. */
    private static boolean isBuildTime(LocalDateTime time) {
        return time.equals(BUILD_TIME)
                || Math.abs(Duration.between(time, BUILD_TIME).toHours()) <= 14;
    }
}
