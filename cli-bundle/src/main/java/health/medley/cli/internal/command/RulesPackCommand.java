package health.medley.cli.internal.command;

import health.medley.cli.internal.report.Json;
import health.medley.cli.internal.report.RuleJar;
import health.medley.core.Caller;
import health.medley.core.Contract;
import health.medley.core.MedleyException;
import health.medley.core.billing.BillingService;
import health.medley.core.command.Command;
import health.medley.core.command.CommandCall;
import health.medley.core.command.CommandOutput;
import health.medley.core.command.ExitStatus;
import health.medley.core.ports.Ports;
import health.medley.core.rules.RuleLibrary;
import health.medley.core.rules.RuleRef;
import health.medley.core.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Packs a folder of rules into a rule bundle, without Maven; refuses rules that do not pass their check. */
@Component(
        service = Command.class,
        property = {
            Contract.ID + "=rules pack",
            Command.USAGE + "=" + RulesPackCommand.WORDS,
            Command.SUMMARY + "=check a folder of rules and pack it into a rule bundle"
        })
public final class RulesPackCommand implements Command {

    static final String WORDS = "rules pack DIR [--out JAR] [--json]";

    private final Ports ports;
    private final RuleLibrary library;
    private final BillingService billing;

    /** Take the ports. */
    @Activate
    public RulesPackCommand(@Reference Ports ports, @Reference RuleLibrary library, @Reference BillingService billing) {
        this.ports = ports;
        this.library = library;
        this.billing = billing;
    }

    @Override
    public ExitStatus run(Caller caller, CommandCall call, CommandOutput output) {
        return Session.run(ports, caller, output, WORDS, pinned -> work(pinned, call, output));
    }

    private ExitStatus work(Caller pinned, CommandCall call, CommandOutput output) throws IOException, Words.Wrong {
        Words words = Words.sort(call.words(), Set.of("--json"), Set.of("--out"), 1);
        Path folder = Session.path(call, words.position(0));
        RuleSet rules;
        try {
            rules = library.read(pinned, folder);
        } catch (MedleyException e) {
            return RulesCheckCommand.refused(e, output);
        }
        RuleTrial trial = RuleTrial.own(billing, pinned, rules);
        if (!trial.accepted()) {
            trial.lines().forEach(words.has("--json") ? output::note : output::line);
            output.note("Nothing was packed. Mend what is named above, then pack again.");
            return ExitStatus.NO;
        }
        RuleRef ref = rules.ref();
        Path jar = Session.path(call, words.optional("--out").orElse(ref.name() + "-" + ref.version() + ".jar"));
        byte[] bytes = RuleJar.of(rules);
        write(jar, bytes);
        report(output, words.has("--json"), trial, jar, sha256(bytes));
        return ExitStatus.DONE;
    }

    private static void report(CommandOutput output, boolean json, RuleTrial trial, Path jar, String sha256) {
        if (json) {
            Map<String, Object> content = new LinkedHashMap<>(trial.json());
            content.put("jar", jar.toString());
            content.put("jar_sha256", sha256);
            output.line(Json.pretty(content));
            return;
        }
        trial.lines().forEach(output::line);
        output.line("Packed into " + jar + ", SHA-256 " + sha256);
    }

    private static void write(Path jar, byte[] bytes) throws IOException {
        Path folder = jar.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path part = jar.resolveSibling("." + jar.getFileName() + ".part");
        Files.write(part, bytes);
        Files.move(part, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
