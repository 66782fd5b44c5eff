package health.medley.rest.internal.server;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Role;
import health.medley.core.ports.Lease;
import health.medley.core.ports.Ports;
import health.medley.rest.internal.http.Job;
import health.medley.rest.internal.http.JobKind;
import health.medley.rest.internal.http.JobStep;
import health.medley.rest.internal.http.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs jobs, two at a time, each step by step under one lease until it has ended or the server stops. */
final class JobRunner implements JobStarter {

    private static final int AT_ONCE = 2;
    private static final int ACCEPTED = 202;
    private static final long RETRY_SECONDS = 2;
    private static final long KEEP_NANOS = 1_000_000_000L;

    private final Logger logger = LoggerFactory.getLogger(JobRunner.class);
    private final Jobs jobs;
    private final Map<String, JobKind> kinds;
    private final Ports ports;
    private final Uploads uploads;
    private final LongSupplier nanoTime;
    private final Gate gate = new Gate();
    private final Set<String> active = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads;

    JobRunner(Jobs jobs, Map<String, JobKind> kinds, Ports ports, Uploads uploads, LongSupplier nanoTime) {
        this.jobs = jobs;
        this.kinds = Map.copyOf(kinds);
        this.ports = ports;
        this.uploads = uploads;
        this.nanoTime = nanoTime;
        this.threads = Executors.newFixedThreadPool(AT_ONCE, work -> {
            Thread thread = new Thread(work, "medley-job");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public Reply begin(Caller caller, String kind, Map<String, String> input, Optional<Path> content) {
        if (!kinds.containsKey(kind)) {
            throw new IllegalArgumentException("No route source gives jobs of the kind " + kind);
        }
        // the same request may come twice at a time: the second finds the job of the first
        Job job = jobs.get(caller, jobs.begin(caller, kind, input).id());
        content.ifPresent(file -> adopt(file, job));
        start(job, caller.practice());
        return Reply.of(job).at("/api/jobs/" + job.id()).status(ACCEPTED);
    }

    private void adopt(Path file, Job job) {
        try {
            Files.move(file, content(job), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new MedleyException(
                    ErrorCode.STORE_UNAVAILABLE, "Keeping the body of a job failed; free some space and try again", e);
        }
    }

    private Path content(Job job) {
        return uploads.file(job.id() + ".body");
    }

    /** Go on with what had not ended when the server stopped. */
    void resume(String practice) {
        Caller caller = Caller.of("server", practice, Role.HOST, "resume jobs");
        jobs.unfinished(caller).forEach(job -> start(job, practice));
    }

    private void start(Job job, String practice) {
        if (job.state() != Job.State.RUNNING || !active.add(job.id())) {
            return;
        }
        jobs.show(job);
        threads.execute(() -> {
            if (gate.enter()) {
                try {
                    run(job, practice);
                } finally {
                    active.remove(job.id());
                    gate.leave();
                }
            }
        });
    }

    private void run(Job job, String practice) {
        Caller caller = Caller.of(job.user(), practice, job.role(), "job " + job.kind());
        Job now = job;
        try (Lease lease = ports.open(caller)) {
            now = steps(now, lease.caller());
        } catch (MedleyException e) {
            logger.warn("The job {} of kind {} is left as it is: {}", job.id(), job.kind(), e.code());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (now.state() != Job.State.RUNNING) {
            forget(now);
        }
    }

    private void forget(Job job) {
        try {
            Files.deleteIfExists(content(job));
        } catch (IOException e) {
            logger.warn(
                    "The body of the job {} was not removed ({})",
                    job.id(),
                    e.getClass().getName());
        }
    }

    private Job steps(Job begun, Caller caller) throws InterruptedException {
        Job job = begun;
        long kept = nanoTime.getAsLong();
        while (job.state() == Job.State.RUNNING && !gate.isClosed()) {
            try {
                job = step(job, caller);
                if (job.state() != Job.State.RUNNING || nanoTime.getAsLong() - kept > KEEP_NANOS) {
                    job = jobs.keep(caller, job);
                    kept = nanoTime.getAsLong();
                } else {
                    jobs.show(job);
                }
            } catch (MedleyException e) {
                if (!e.code().equals(ErrorCode.STORE_UNAVAILABLE) || gate.awaitClosed(RETRY_SECONDS)) {
                    throw e;
                }
                job = job.running();
            }
        }
        return job;
    }

    private Job step(Job job, Caller caller) {
        JobKind kind = kinds.get(job.kind());
        if (kind == null) {
            return job.failed("This server knows no jobs of the kind " + job.kind());
        }
        Path file = content(job);
        try {
            Optional<Path> content = Files.exists(file) ? Optional.of(file) : Optional.empty();
            JobStep step = kind.work().step(caller, job.input(), content);
            return job.after(step);
        } catch (MedleyException e) {
            if (e.code().equals(ErrorCode.STORE_UNAVAILABLE)) {
                throw e;
            }
            return job.failed(e.code() + ": " + e.getMessage());
        } catch (IOException | RuntimeException e) {
            logger.error(
                    "A step of the job {} of kind {} failed: {}",
                    job.id(),
                    job.kind(),
                    e.getClass().getName());
            return job.failed("PLATFORM_FAULTY: something failed that should not; the server's log knows more");
        }
    }

    /** Let the steps that are being done end, and do no more. */
    int close(Duration limit) throws InterruptedException {
        threads.shutdown();
        return gate.close(limit);
    }
}
