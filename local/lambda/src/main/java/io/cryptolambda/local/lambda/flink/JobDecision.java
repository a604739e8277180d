package io.cryptolambda.local.lambda.flink;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What is to be done about our job. */
sealed interface JobDecision {
    /** It is there; this is it. */
    record Keep(JobStatus job) implements JobDecision {}

    /** A user has ended it: leave it so. */
    record StayCancelled() implements JobDecision {}

    /** It is missing. */
    record Submit() implements JobDecision {}

    /**
     * @param recorded what is remembered, empty before the first submission
     * @param jobs what the job manager knows; a new one knows nothing
     */
    static JobDecision decide(Optional<JobRecord> recorded, List<JobStatus> jobs) {
        if (recorded.isEmpty()) {
            return new Submit();
        }
        JobRecord ours = recorded.get();
        Optional<JobStatus> active = jobs.stream()
                .filter(job -> job.id().equals(ours.id()) || job.name().equals(ours.name()))
                .filter(job -> !job.over())
                .max(Comparator.comparingLong(JobStatus::startedAt));
        if (active.isPresent()) {
            return new Keep(active.get());
        }
        boolean endedNow = jobs.stream().anyMatch(job -> job.id().equals(ours.id()) && job.endedOnPurpose());
        return endedNow || ours.cancelled() ? new StayCancelled() : new Submit();
    }
}
