package health.medley.prescription.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.prescription.PharmacyGateway;
import health.medley.core.prescription.PharmacyOrder;
import health.medley.record.RecordJson;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/**
 * Hands orders to the pharmacy's software as files: one document an order, a FHIR R4 MedicationRequest, in a folder for
 * each practice. The same order again is the same file with the same content. A file is there as a whole or not at all.
 * Without a directory in its configuration this gateway does not exist.
 */
@Component(
        service = PharmacyGateway.class,
        property = "medley.id=file-drop",
        configurationPid = FileDropGateway.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class FileDropGateway implements PharmacyGateway {
    /** Its configuration: {@code directory}. */
    static final String PID = "health.medley.prescription.file-drop";

    private static final String ONLY_OWNER = "rw-------";

    private final Path directory;
    private final ObjectMapper mapper = RecordJson.mapper();

    /** The settings of this gateway. */
    @interface Settings {
        /** Where the files are written; made when the first is. */
        String directory();
    }

    /** Write to the configured directory. */
    @Activate
    public FileDropGateway(Settings settings) {
        this(Path.of(settings.directory()));
    }

    FileDropGateway(Path directory) {
        this.directory = directory;
    }

    @Override
    public String send(Caller caller, PharmacyOrder order) {
        return write(caller, order.number() + ".json", OrderDocument.order(mapper, order));
    }

    @Override
    public String cancel(Caller caller, PharmacyOrder order, String reason) {
        return write(caller, order.number() + ".cancel.json", OrderDocument.cancellation(mapper, order, reason));
    }

    private String write(Caller caller, String name, byte[] document) {
        if (!name.matches("[A-Za-z0-9.-]+") || !caller.practice().matches("[A-Za-z0-9_-]+")) {
            throw failed("the names of practice and order make no file name", null);
        }
        Path folder = directory.resolve(caller.practice());
        Path part = folder.resolve(name + "." + UUID.randomUUID() + ".part");
        try {
            Files.createDirectories(folder);
            writeDurably(part, document);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            if (isPosix(folder)) {
                // the name, too, is to be there after a power cut; elsewhere a folder cannot be opened
                force(folder, StandardOpenOption.READ);
            }
            return name;
        } catch (IOException e) {
            remove(part, e);
            throw failed(e.getClass().getSimpleName(), e);
        }
    }

    private static void writeDurably(Path part, byte[] document) throws IOException {
        Files.createFile(part);
        if (isPosix(part)) {
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString(ONLY_OWNER));
        }
        Files.write(part, document, StandardOpenOption.TRUNCATE_EXISTING);
        force(part, StandardOpenOption.WRITE);
    }

    private static boolean isPosix(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }

    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    private static void remove(Path part, IOException why) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    private MedleyException failed(String problem, @Nullable Throwable cause) {
        return new MedleyException(
                ErrorCode.GATEWAY_FAILED,
                "Writing an order for the pharmacy to " + directory + ": " + problem
                        + "; see that the directory can be written, and send again",
                cause);
    }
}
