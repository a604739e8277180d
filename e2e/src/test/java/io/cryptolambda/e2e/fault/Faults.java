package io.cryptolambda.e2e.fault;

import static io.cryptolambda.e2e.fault.ProcessFaults.PROCESSES;

import io.cryptolambda.e2e.fault.Relay.Condition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Everything that can go wrong here. */
final class Faults {
    private static final List<String> LINKS = List.of(
            "ingest-exchange",
            "ingest-kafka",
            "kstreams-kafka",
            "flink-kafka",
            "flink-elasticsearch",
            "serving-kafka",
            "serving-elasticsearch");

    private Faults() {}

    /**
     * All of them.
     *
     * @param longest how long one may last
     */
    static List<Fault> all(Duration longest) {
        Duration least = longest.dividedBy(5);
        List<Fault> faults = new ArrayList<>();
        PROCESSES.forEach(process -> faults.add(ProcessFaults.kill(process)));
        PROCESSES.forEach(process -> faults.add(ProcessFaults.pause(process, least, longest)));
        for (String link : LINKS) {
            faults.add(LinkFaults.link(link, "cut", Condition.CUT, least, longest));
            faults.add(LinkFaults.link(link, "half-open", Condition.HALF_OPEN, least, longest));
            faults.add(LinkFaults.link(link, "slow", Condition.SLOW, least, longest));
            faults.add(LinkFaults.link(link, "delayed", Condition.delayed(400), least, longest));
        }
        faults.add(LinkFaults.unreachable("kafka", least, longest));
        faults.add(LinkFaults.unreachable("elasticsearch", least, longest));
        faults.add(StoreFaults.readOnlyIndices(least, longest));
        faults.add(CheckpointFaults.kill("flink-taskmanager"));
        faults.add(CheckpointFaults.kill("flink-jobmanager"));
        faults.add(ProcessFaults.streamsStateLost());
        faults.add(ProcessFaults.secondIngest());
        faults.add(FlinkFaults.secondJob());
        faults.add(RecordFaults.poison());
        faults.add(RecordFaults.doubles("doubles", 200));
        faults.add(RecordFaults.doubles("a-day-replayed", 5_000));
        faults.add(RecordFaults.revisions());
        faults.add(RecordFaults.beyondTheHorizon());
        faults.add(RecordFaults.absurdNumbers());
        faults.add(BatchFaults.run());
        faults.add(BatchFaults.killed());
        faults.add(BatchFaults.overtaken());
        exchange(faults);
        return List.copyOf(faults);
    }

    /** @throws IllegalArgumentException if there is none of this name */
    static Fault named(String name, Duration longest) {
        return all(longest).stream()
                .filter(fault -> fault.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no fault " + name + "; there are "
                        + all(longest).stream().map(Fault::name).toList()));
    }

    private static void exchange(List<Fault> faults) {
        for (String kind : List.of("drop", "half_open", "withhold_pongs", "shutdown")) {
            faults.add(StoreFaults.exchange(kind, 1, 1_500, 0));
        }
        for (String kind :
                List.of("too_many_requests", "unavailable", "html", "truncated", "unordered", "broken_row")) {
            faults.add(StoreFaults.spoiltAnswers(kind, 3));
        }
        for (String kind : List.of("missing_close", "revised", "duplicate", "out_of_order")) {
            faults.add(StoreFaults.exchange(kind, 2, 1_500, 0));
        }
        faults.add(StoreFaults.exchange("outage", 1, Duration.ofMinutes(30).toMillis(), 0));
        faults.add(StoreFaults.exchange("silence", 1, Duration.ofMinutes(30).toMillis(), 0));
        faults.add(StoreFaults.exchange("skew", 1, Duration.ofMinutes(60).toMillis(), 3_000));
    }
}
