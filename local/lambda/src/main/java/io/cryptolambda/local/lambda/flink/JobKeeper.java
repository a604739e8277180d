package io.cryptolambda.local.lambda.flink;

import io.cryptolambda.local.lambda.process.Backoff;
import io.cryptolambda.local.lambda.process.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Sees to it that our job runs once. Submits it from the newest retained checkpoint when the job manager does not know it
 * (a job manager that died forgets its jobs) or has given it up; lets a job be that a user has cancelled. What it submits is
 * what ran last, whoever had submitted that.
 */
public final class JobKeeper implements AutoCloseable {
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(60));
    private static final Duration CLEANING = Duration.ofMinutes(1);
    private static final long LOOK_MILLIS = 2_000;
    private static final Duration RUNNING_LIMIT = Duration.ofSeconds(120);

    private final FlinkDashboard dashboard;
    private final RetainedCheckpoints checkpoints;
    private final Duration formerCheckpoints;
    private final JobFile file;
    private final UploadedJars uploaded;
    private final Consumer<String> events;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "job-keeper");
        thread.setDaemon(true);
        return thread;
    });
    private JobJar jar;
    private String jarOf = "";
    private String lastProblem = "";
    private long nextCleaningNanos = System.nanoTime();
    private int submissionsInRow;
    private long nextSubmissionNanos = System.nanoTime();

    /**
     * @param formerCheckpoints how long checkpoints of former jobs are kept
     * @param jar submitted until somebody submits another
     * @param events told what happened, a line each
     */
    public JobKeeper(
            FlinkDashboard dashboard,
            RetainedCheckpoints checkpoints,
            Duration formerCheckpoints,
            JobFile file,
            UploadedJars uploaded,
            JobJar jar,
            Consumer<String> events) {
        this.dashboard = dashboard;
        this.checkpoints = checkpoints;
        this.formerCheckpoints = formerCheckpoints;
        this.file = file;
        this.uploaded = uploaded;
        this.jar = jar;
        this.events = events;
    }

    /**
     * Submits the job unless it was cancelled, and returns once all its tasks run.
     *
     * @param log where the job manager says more
     */
    public void start(Path log) throws IOException, StartFailure, InterruptedException {
        look();
        long deadline = System.nanoTime() + RUNNING_LIMIT.toNanos();
        JobRecord job = file.read().orElseThrow();
        if (job.cancelled()) {
            // So that the user finds it under "Submit New Job".
            dashboard.upload(jar.jar());
        }
        while (!job.cancelled() && !dashboard.fullyRunning(job.id())) {
            boolean failed = dashboard.state(job.id()).equals("FAILED");
            if (failed || System.nanoTime() > deadline) {
                throw new StartFailure(
                        "the Flink job " + (failed ? "failed" : "did not run in time") + ": "
                                + dashboard.lastFailure(job.id()),
                        log);
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        scheduler.scheduleWithFixedDelay(this::lookAgain, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }

    private void lookAgain() {
        try {
            look();
            lastProblem = "";
        } catch (IOException | UncheckedIOException e) {
            // The job manager is away, or refuses: it is asked again after a moment. Said once, not every time.
            String problem = e.toString();
            if (!scheduler.isShutdown() && !problem.equals(lastProblem)) {
                events.accept("event=job_not_looked_after error=\"" + problem + "\"");
            }
            lastProblem = problem;
        }
    }

    private void look() throws IOException {
        Optional<JobRecord> recorded = file.read();
        List<JobStatus> jobs = dashboard.jobs();
        JobDecision decision = JobDecision.decide(recorded, jobs);
        if (decision instanceof JobDecision.Keep keep) {
            remember(recorded, new JobRecord(keep.job().id(), keep.job().name(), false));
            if (keep.job().state().equals("RUNNING")) {
                submissionsInRow = 0;
                takeUp(keep.job().id());
                deleteFormer(keep.job().id());
            }
        } else if (decision instanceof JobDecision.StayCancelled) {
            JobRecord ours = recorded.orElseThrow();
            remember(recorded, new JobRecord(ours.id(), ours.name(), true));
        } else if (System.nanoTime() >= nextSubmissionNanos) {
            submit();
        }
    }

    private void submit() throws IOException {
        submissionsInRow++;
        nextSubmissionNanos =
                System.nanoTime() + BACKOFF.after(submissionsInRow).toNanos();
        String checkpoint = checkpoints.newest().orElse(null);
        String id = dashboard.run(dashboard.upload(jar.jar()), jar, checkpoint);
        String name = dashboard.jobs().stream()
                .filter(job -> job.id().equals(id))
                .map(JobStatus::name)
                .findFirst()
                .orElse(id);
        file.write(new JobRecord(id, name, false));
        jarOf = id;
        events.accept("event=job_submitted job=" + id + " from=" + (checkpoint == null ? "the beginning" : checkpoint));
    }

    /** From now on submits what a user has submitted by hand. */
    private void takeUp(String id) throws IOException {
        if (id.equals(jarOf)) {
            return;
        }
        Optional<Path> kept = uploaded.keep(id, jar.entryClass());
        if (kept.isPresent()) {
            jar = dashboard.submission(id, kept.get(), jar);
        }
        jarOf = id;
        events.accept("event=job_taken_up job=" + id + " jar="
                + kept.map(Path::toString).orElse("not_found") + " if_it_dies_submits=" + jar.jar());
    }

    private void deleteFormer(String id) throws IOException {
        if (System.nanoTime() >= nextCleaningNanos) {
            nextCleaningNanos = System.nanoTime() + CLEANING.toNanos();
            for (String former : checkpoints.deleteFormer(id, Instant.now().minus(formerCheckpoints))) {
                events.accept("event=checkpoints_deleted former_job=" + former);
            }
        }
    }

    private void remember(Optional<JobRecord> recorded, JobRecord now) throws IOException {
        if (!recorded.equals(Optional.of(now))) {
            file.write(now);
            events.accept("event=job_" + (now.cancelled() ? "cancelled_by_user" : "found") + " job=" + now.id());
        }
    }
}
