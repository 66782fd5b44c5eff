package health.medley.rest.internal.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import health.medley.core.Caller;
import health.medley.core.ErrorCode;
import health.medley.core.MedleyException;
import health.medley.core.Request;
import health.medley.core.Role;
import health.medley.record.MemoryRecordStore;
import health.medley.rest.internal.http.Job;
import health.medley.rest.internal.http.JobKind;
import health.medley.rest.internal.http.JobStep;
import health.medley.rest.internal.http.JobWork;
import health.medley.rest.internal.http.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobRunnerTest {

    private static final Caller BILLER = Caller.of("ann", "main", Role.BILLER, "test");
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final Jobs jobs = new Jobs(new MemoryRecordStore(TestEdge.CLOCK), TestEdge.CLOCK);
    private final OpenPorts ports = new OpenPorts();
    private final AtomicInteger steps = new AtomicInteger();

    private JobRunner runner(JobWork work) {
        return new JobRunner(
                jobs, Map.of("count", new JobKind("count", work)), ports, new Uploads(folder), System::nanoTime);
    }

    private static Job begun(Reply reply) {
        assertEquals(202, reply.status());
        Job job = (Job) reply.body().orElseThrow();
        assertEquals("/api/jobs/" + job.id(), reply.location().orElseThrow());
        return job;
    }

    /** Three steps; each leaves the leases open that a job has. */
    private JobStep count(Caller caller) {
        assertEquals("ann", caller.user());
        assertEquals(1, ports.open());
        int done = steps.incrementAndGet();
        return new JobStep(done, 3, done == 3, Map.of("counted", done));
    }

    @Test
    void aJobIsDoneStepByStepUnderOneLease() throws InterruptedException {
        CountDownLatch last = new CountDownLatch(3);
        JobRunner runner = runner((caller, input, content) -> {
            assertEquals(Map.of("to", "3"), input);
            last.countDown();
            return count(caller);
        });
        Job job = begun(runner.begin(BILLER, "count", Map.of("to", "3"), Optional.empty()));
        last.await();
        assertEquals(0, runner.close(LIMIT));
        Job done = jobs.get(BILLER, job.id());
        assertEquals(Job.State.DONE, done.state());
        assertEquals(3, done.done());
        assertEquals(Map.of("counted", 3), done.result());
        assertEquals(0, ports.open());
    }

    @Test
    void aJobThatAStopCutShortIsResumed() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopping = new CountDownLatch(1);
        JobRunner first = runner((caller, input, content) -> {
            begun.countDown();
            try {
                stopping.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return count(caller);
        });
        Job job = begun(first.begin(BILLER, "count", Map.of(), Optional.empty()));
        begun.await();
        assertEquals(1, first.close(Duration.ZERO), "one is still at work");
        stopping.countDown();
        assertEquals(0, first.close(LIMIT));
        assertEquals(1, steps.get());
        assertEquals(Job.State.RUNNING, jobs.get(BILLER, job.id()).state());

        CountDownLatch last = new CountDownLatch(2);
        JobRunner second = runner((caller, input, content) -> {
            last.countDown();
            return count(caller);
        });
        second.resume("main");
        last.await();
        assertEquals(0, second.close(LIMIT));
        assertEquals(Job.State.DONE, jobs.get(BILLER, job.id()).state());
    }

    @Test
    void aJobThatFailsSaysWhyAndItsBodyGoes() throws InterruptedException, IOException {
        Path body = Files.writeString(folder.resolve("some.body"), "text");
        CountDownLatch tried = new CountDownLatch(1);
        JobRunner runner = runner((caller, input, content) -> {
            assertEquals("text", Files.readString(content.orElseThrow()));
            tried.countDown();
            throw new MedleyException(ErrorCode.BILLING_LOCKED, "Reconcile first");
        });
        Job job = begun(runner.begin(BILLER, "count", Map.of(), Optional.of(body)));
        tried.await();
        assertEquals(0, runner.close(LIMIT));
        Job failed = jobs.get(BILLER, job.id());
        assertEquals(Job.State.FAILED, failed.state());
        assertEquals(Optional.of("BILLING_LOCKED: Reconcile first"), failed.problem());
        assertFalse(Files.exists(body));
        try (var left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void whatFailsThatShouldNotIsNotTold() throws InterruptedException {
        CountDownLatch tried = new CountDownLatch(1);
        JobRunner runner = runner((caller, input, content) -> {
            tried.countDown();
            throw new IllegalStateException("Mrs. Example");
        });
        Job job = begun(runner.begin(BILLER, "count", Map.of(), Optional.empty()));
        tried.await();
        runner.close(LIMIT);
        String problem = jobs.get(BILLER, job.id()).problem().orElseThrow();
        assertTrue(problem.startsWith("PLATFORM_FAULTY") && !problem.contains("Example"), problem);
    }

    @Test
    void theSameRequestBeginsOneJob() throws InterruptedException {
        CountDownLatch twice = new CountDownLatch(1);
        CountDownLatch working = new CountDownLatch(1);
        JobRunner runner = runner((caller, input, content) -> {
            working.countDown();
            try {
                twice.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return JobStep.finished(Map.of("n", steps.incrementAndGet()));
        });
        Caller named = BILLER.answering(new Request("key", "0"));
        Job first = begun(runner.begin(named, "count", Map.of(), Optional.empty()));
        Job again = begun(runner.begin(named, "count", Map.of(), Optional.empty()));
        assertEquals(first.id(), again.id());
        working.await();
        twice.countDown();
        runner.close(LIMIT);
        Job afterwards = begun(runner.begin(named, "count", Map.of(), Optional.empty()));
        assertEquals(Job.State.DONE, afterwards.state());
        assertEquals(1, steps.get());
    }
}
