package health.medley.itests.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.EvaluationResult;
import health.medley.core.Caller;
import health.medley.core.Contract;
import health.medley.core.ErrorCode;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The contracts of core keep the rules of a contract, and each rule sees a planted violation. */
class ContractRulesTest {
    private static final JavaClasses CORE = new ClassFileImporter().importPackages("health.medley.core");

    @Test
    void everyContractIsAPublicPlainInterface() {
        assertKept(ContractRules.beAContract());
    }

    @Test
    void everyMethodOfAContractTakesTheCallerFirst() {
        assertKept(ContractRules.takeTheCallerFirst());
    }

    @Test
    void everyMethodOfAContractReturnsValues() {
        assertKept(ContractRules.returnValuesOnly());
    }

    @Test
    void seesAPlantedGenericSealedOrHiddenContract() {
        assertEquals(
                Set.of("Generic is generic", "Sealed is sealed", "Hidden is not a public interface"),
                violations(ContractRules.beAContract()));
    }

    @Test
    void seesAPlantedMethodWithoutACaller() {
        assertEquals(
                Set.of(
                        "Callerless nobody does not take a Caller first",
                        "Callerless second does not take a Caller first"),
                violations(ContractRules.takeTheCallerFirst()));
    }

    @Test
    void seesPlantedResultsThatOutliveTheCall() {
        assertEquals(
                Set.of(
                        "Leaky stream returns java.util.stream.Stream<java.lang.String>",
                        "Leaky hidden returns java.util.List<java.util.Iterator<java.lang.String>>",
                        "Leaky future returns java.util.concurrent.Future<java.lang.String>",
                        "Leaky contract returns health.medley.itests.house.planted.Leaky",
                        "Leaky array returns byte[]",
                        "Leaky zone returns java.time.Clock"),
                violations(ContractRules.returnValuesOnly()));
    }

    @Test
    void theListOfContractsIsExactlyTheAnnotatedInterfaces() throws Exception {
        Set<String> annotated = new TreeSet<>();
        for (JavaClass type : CORE) {
            if (type.isAnnotatedWith(Contract.class)) {
                annotated.add(type.getName());
            }
        }
        try (InputStream in = Caller.class.getResourceAsStream("/META-INF/medley/contracts")) {
            List<String> listed = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertEquals(List.copyOf(annotated), listed);
        }
        assertFalse(annotated.isEmpty());
    }

    @Test
    void everyPackageOfCoreIsNullMarkedAndVersioned() {
        List<String> missing = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (JavaClass type : CORE) {
            JavaPackage where = type.getPackage();
            if (seen.add(where.getName())) {
                for (String needed :
                        List.of("org.jspecify.annotations.NullMarked", "org.osgi.annotation.versioning.Version")) {
                    if (!where.isAnnotatedWith(needed)) {
                        missing.add(where.getName() + " lacks " + needed);
                    }
                }
            }
        }
        assertEquals(List.of(), missing);
        assertFalse(seen.isEmpty());
    }

    @Test
    void errorCodesAreUnique() throws Exception {
        List<ErrorCode> codes = new ArrayList<>();
        for (Field field : ErrorCode.class.getFields()) {
            codes.add((ErrorCode) field.get(null));
        }
        assertEquals(List.of(), doubles(codes));
        codes.add(new ErrorCode(100, "PLANTED", codes.get(0).kind()));
        codes.add(new ErrorCode(9998, "SERVICE_ABSENT", codes.get(0).kind()));
        assertEquals(List.of("100", "SERVICE_ABSENT"), doubles(codes));
    }

    private static List<String> doubles(List<ErrorCode> codes) {
        List<String> doubles = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ErrorCode code : codes) {
            if (!seen.add(Integer.toString(code.number()))) {
                doubles.add(Integer.toString(code.number()));
            }
            if (!seen.add(code.name())) {
                doubles.add(code.name());
            }
        }
        return doubles;
    }

    private static void assertKept(ArchCondition<JavaClass> condition) {
        classes().that().areAnnotatedWith(Contract.class).should(condition).check(CORE);
    }

    private static Set<String> violations(ArchCondition<JavaClass> condition) {
        JavaClasses planted = new ClassFileImporter().importPackages("health.medley.itests.house.planted");
        EvaluationResult result = classes()
                .that()
                .areAnnotatedWith(Contract.class)
                .should(condition)
                .evaluate(planted);
        return new TreeSet<>(result.getFailureReport().getDetails());
    }
}
