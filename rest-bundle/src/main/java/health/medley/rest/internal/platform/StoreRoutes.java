package health.medley.rest.internal.platform;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Permission;
import health.medley.core.store.BackupReport;
import health.medley.core.store.ChainFlaw;
import health.medley.core.store.ChainHead;
import health.medley.core.store.StoreKeeper;
import health.medley.core.store.StoreStatus;
import health.medley.core.store.Verification;
import health.medley.rest.internal.http.Call;
import health.medley.rest.internal.http.Job;
import health.medley.rest.internal.http.JobKind;
import health.medley.rest.internal.http.JobStep;
import health.medley.rest.internal.http.Reply;
import health.medley.rest.internal.http.Route;
import health.medley.rest.internal.http.RouteSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The store as its operator sees it: its state, its proof, its backups. */
@Component(service = StoreRoutes.class)
public final class StoreRoutes implements RouteSource {

    private static final String BACKUP = "store-backup";
    private static final String VERIFY = "store-verify";
    private static final String FILE = "file";

    private final StoreKeeper store;

    /** Take the store's keeper. */
    @Activate
    public StoreRoutes(@Reference StoreKeeper store) {
        this.store = store;
    }

    /**
     * A backup to be written.
     *
     * @param file where to, a path of the server that is not there yet
     */
    public record NewBackup(String file) {}

    /**
     * Why billing may go on after an old backup was restored.
     *
     * @param reason what was done about the claims that the backup does not know
     */
    public record Reconciliation(String reason) {}

    @Override
    public List<Route> routes() {
        return List.of(
                Route.get("store-status", "/api/store", "Say how the store is.")
                        .needs(Permission.READ_PLATFORM)
                        .gives(StoreStatus.class)
                        .by(call -> Reply.of(store.status(call.caller()))),
                Route.get(
                                "store-heads",
                                "/api/store/heads",
                                "Give the end of each writer's chain, to be kept elsewhere.")
                        .needs(Permission.READ_AUDIT)
                        .givesList(ChainHead.class)
                        .by(call -> Reply.list(store.heads(call.caller()))),
                Route.post(VERIFY, "/api/store/verifications", "Begin to verify the chains of the record.")
                        .needs(Permission.READ_AUDIT)
                        .begins(Job.class)
                        .by(call -> call.begin(VERIFY, Map.of())),
                Route.post(
                                BACKUP,
                                "/api/store/backups",
                                "Begin to write a backup to a file of the server; for administrators of main.")
                        .needs(Permission.ADMINISTER_PLATFORM)
                        .takes(NewBackup.class)
                        .begins(Job.class)
                        .by(this::backup),
                Route.post(
                                "store-reconcile",
                                "/api/store/reconciliation",
                                "Say that a restored backup was reconciled, and unlock billing; for administrators of main.")
                        .needs(Permission.ADMINISTER_PLATFORM)
                        .takes(Reconciliation.class)
                        .gives(StoreStatus.class)
                        .by(this::reconcile));
    }

    @Override
    public List<JobKind> jobs() {
        return List.of(new JobKind(VERIFY, this::verify), new JobKind(BACKUP, this::write));
    }

    private Reply backup(Call call) {
        OfMain.check(call.caller());
        String file = call.body(NewBackup.class).file();
        try {
            if (file != null && Path.of(file).isAbsolute() && !Files.exists(Path.of(file))) {
                return call.begin(BACKUP, Map.of(FILE, file));
            }
        } catch (InvalidPathException e) {
            throw noFile();
        }
        throw noFile();
    }

    private static MedleyException noFile() {
        return new MedleyException(
                ErrorCode.ARGUMENT_INVALID,
                "Writing a backup: expected in \"file\" an absolute path of the server where nothing is yet");
    }

    private Reply reconcile(Call call) {
        OfMain.check(call.caller());
        return Reply.of(store.reconcile(
                call.caller(), String.valueOf(call.body(Reconciliation.class).reason())));
    }

    private JobStep write(Caller caller, Map<String, String> input, Optional<Path> content) throws IOException {
        Path file = Path.of(input.getOrDefault(FILE, ""));
        // a step that a crash cut short may have left a file that was never finished
        if (Files.exists(file) && !Files.exists(Path.of(file + ".sha256"))) {
            Files.delete(file);
        }
        BackupReport report = store.backup(caller, file);
        return JobStep.finished(Map.of(
                FILE,
                file.toString(),
                "bytes",
                report.bytes(),
                "sha256",
                report.sha256(),
                "versions",
                report.versions()));
    }

    private JobStep verify(Caller caller, Map<String, String> input, Optional<Path> content) {
        Verification verification = store.verify(caller);
        return JobStep.finished(Map.of(
                "sound", verification.sound(),
                "versions", verification.versions(),
                "purged", verification.purged(),
                "flaw", verification.first().map(ChainFlaw::sentence).orElse("")));
    }
}
