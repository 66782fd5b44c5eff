package health.medley.benchmarks.drools;

import health.medley.benchmarks.workload.Rates;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Compile a DRL file of this package into a knowledge base of executable-model code. */
final class DroolsBase {

    private DroolsBase() {}

    static KieBase of(String file, int year) {
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("health.medley.benchmarks", file, Integer.toString(year));
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.write("src/main/resources/rules/" + file + ".drl", drl(file, Rates.of(year)));
        KieBuilder builder = services.newKieBuilder(files);
        builder.buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(
                    "Compiling " + file + ".drl for " + year + ": expected no error, got " + builder.getResults());
        }
        return services.newKieContainer(release).getKieBase();
    }

    private static String drl(String file, Rates rates) {
        try (InputStream in = DroolsBase.class.getResourceAsStream(file + ".drl")) {
            if (in == null) {
                throw new IllegalStateException("Reading " + file + ".drl: expected it beside " + DroolsBase.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("RATE_99490", Integer.toString(rates.staff()))
                    .replace("RATE_99439", Integer.toString(rates.staffMore()))
                    .replace("RATE_99487", Integer.toString(rates.complex()))
                    .replace("RATE_99489", Integer.toString(rates.complexMore()))
                    .replace("RATE_99491", Integer.toString(rates.practitioner()))
                    .replace("RATE_99437", Integer.toString(rates.practitionerMore()));
        } catch (IOException e) {
            throw new IllegalStateException("Reading " + file + ".drl from the class path failed", e);
        }
    }
}
