package health.medley.referral.internal.filedrop;

import com.fasterxml.jackson.databind.ObjectMapper;
import health.medley.core.Caller;
import health.medley.core.Contract;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.referral.ReferralDocument;
import health.medley.core.referral.ReferralGateway;
import health.medley.core.referral.ReferralNews;
import health.medley.core.referral.ReferralReceipt;
import health.medley.record.RecordJson;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/**
 * Drop each referral as a JSON document, {@code ID.json}, into the practice's folder: written beside under another name,
 * forced to the disk and renamed, so that whoever watches the folder never reads half of one.
 */
@Component(
        service = ReferralGateway.class,
        configurationPid = "health.medley.referral.file-drop",
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = Contract.ID + "=file-drop")
public final class FileDropGateway implements ReferralGateway {

    private static final Pattern FOLDER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final FileAttribute<?>[] OWNER_ONLY = {
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };

    private final Path directory;
    private final ObjectMapper mapper = RecordJson.mapper();

    /** Drop referrals below the folder of the settings. */
    @Activate
    public FileDropGateway(FileDropSettings settings) {
        this(Path.of(settings.directory()));
    }

    FileDropGateway(Path directory) {
        this.directory = directory;
    }

    @Override
    public ReferralReceipt send(Caller caller, ReferralDocument document) {
        if (!FOLDER.matcher(caller.practice()).matches()
                || !FOLDER.matcher(document.id()).matches()) {
            throw new MedleyException(
                    ErrorCode.ARGUMENT_INVALID,
                    "Dropping a referral: the practice's or the referral's id makes no file name; expected letters,"
                            + " digits, dots, underscores and hyphens");
        }
        String name = document.id() + ".json";
        try {
            Path folder = Files.createDirectories(directory.resolve(caller.practice()));
            drop(folder, name, mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(document));
        } catch (IOException e) {
            throw new MedleyException(
                    ErrorCode.GATEWAY_FAILED,
                    "Dropping a referral into the folder of the file drop: "
                            + e.getClass().getSimpleName()
                            + "; see that the folder is there, can be written and has room, then send again. Nothing"
                            + " has changed");
        }
        return new ReferralReceipt(name);
    }

    private static void drop(Path folder, String name, byte[] content) throws IOException {
        Path part = folder.resolve("." + name + ".part");
        Files.deleteIfExists(part);
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        Files.createFile(part, posix ? OWNER_ONLY : new FileAttribute<?>[0]);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public Optional<ReferralNews> news(Caller caller, String reference) {
        return Optional.empty();
    }
}
