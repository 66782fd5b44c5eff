package health.medley.switchboard.internal.rules;

import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/** Read a rule set from a jar, a folder or an installed bundle. Keeps nothing and holds nothing open. */
public final class RuleArchiveReader {
    private static final Path SOURCES = Path.of("src", "main", "resources", "medley", "rules");

    /**
     * Read a jar or folder.
     *
     * @throws MedleyException {@code FILE_UNREADABLE} if there is none; {@code RULES_INVALID} if it is no rule bundle
     */
    public RuleSet read(Path archive) {
        RuleText text = new RuleText(archive.toString());
        try {
            if (Files.isDirectory(archive)) {
                RuleFolder.collect(folder(archive, text), text);
                return assemble(text, null);
            }
            if (Files.isRegularFile(archive)) {
                return assemble(text, RuleJar.collect(archive, text));
            }
        } catch (IOException e) {
            throw unreadable(archive, "it cannot be read (" + e.getClass().getSimpleName() + ")", e);
        }
        throw unreadable(archive, "there is no file or folder at that path", null);
    }

    private static MedleyException unreadable(Path archive, String problem, @Nullable Throwable cause) {
        return new MedleyException(
                ErrorCode.FILE_UNREADABLE,
                "Reading the rule bundle " + archive + ": " + problem
                        + ". Give the path of a jar, or of a folder with program.yaml.",
                cause);
    }

    private static Path folder(Path archive, RuleText text) {
        if (Files.isRegularFile(archive.resolve(ProgramFile.NAME))) {
            return archive;
        }
        Path sources = archive.resolve(SOURCES);
        if (Files.isRegularFile(sources.resolve(ProgramFile.NAME))) {
            return sources;
        }
        throw text.invalid(
                "the folder holds neither program.yaml nor src/main/resources/medley/rules/program.yaml",
                "Give the folder of a rule bundle.");
    }

    /**
     * Read an installed bundle.
     *
     * @param attributes the attributes of its capability {@code medley.rules}
     * @throws MedleyException {@code RULES_INVALID} if its content is not that of a rule bundle
     */
    public RuleSet read(Bundle bundle, Map<String, ?> attributes) {
        RuleText text = new RuleText(bundle.getSymbolicName() + " " + bundle.getVersion());
        try {
            RuleBundle.collect(bundle, text);
        } catch (IOException e) {
            throw text.invalid("its content cannot be read", "Install it again.", e);
        }
        return assemble(
                text, Capability.read(text, attributes, bundle.getVersion().toString()));
    }

    private static RuleSet assemble(RuleText text, @Nullable RuleIdentity manifest) {
        RuleIdentity program = ProgramFile.read(text);
        if (manifest != null && !manifest.equals(program)) {
            throw text.invalid(
                    "its manifest says " + manifest + ", its program.yaml says " + program,
                    "Make both say the same; the version is Bundle-Version.");
        }
        return RuleSet.of(
                program.name(), program.version(), program.program(), program.from(), program.to(), text.files());
    }
}
