package io.cryptolambda.bench.pipeline;

import io.cryptolambda.bench.stack.StackProcess;
import io.cryptolambda.core.Candle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One of the two: its topic, its processes, and its runs so far. */
final class Contender {
    private static final double NANOS = 1e9;
    private static final double MILLION = 1e6;

    private final Side side;
    private final HeldTopic topic;
    private final Arrival arrival;
    private final List<StackProcess> own;
    private final List<StackProcess> shared;

    /** Runs that count, of each measure. */
    final List<Double> rates = new ArrayList<>();

    final List<Double> cpu = new ArrayList<>();
    final List<Double> brokerCpu = new ArrayList<>();
    final List<Double> storeCpu = new ArrayList<>();

    /**
     * @param own its own processes
     * @param shared the broker and Elasticsearch
     */
    Contender(Side side, HeldTopic topic, Arrival arrival, List<StackProcess> own, List<StackProcess> shared) {
        this.side = side;
        this.topic = topic;
        this.arrival = arrival;
        this.own = own;
        this.shared = shared;
    }

    /** Fills the topic, lets it be read, and waits for the last document; the seconds it took. */
    double run(List<Candle> candles, List<MinuteFeed.Newest> newest, boolean counts)
            throws IOException, InterruptedException {
        topic.hold();
        candles.forEach(topic::add);
        topic.fill();
        Map<StackProcess, Double> before = used(own);
        Map<StackProcess, Double> sharedBefore = used(shared);
        long from = topic.release();
        double seconds = (arrival.await(newest) - from) / NANOS;
        if (counts) {
            double millions = candles.size() / MILLION;
            rates.add(candles.size() / seconds / 1000);
            cpu.add(own.stream()
                            .mapToDouble(each -> each.cpuSeconds() - before.get(each))
                            .sum()
                    / millions);
            brokerCpu.add(since(sharedBefore, 0) / millions);
            storeCpu.add(since(sharedBefore, 1) / millions);
        }
        return seconds;
    }

    /** Resident megabytes of its processes at most, heap and everything else. */
    long peakMegabytes() {
        return own.stream().mapToLong(StackProcess::peakMegabytes).sum();
    }

    @Override
    public String toString() {
        return side == Side.OURS ? "ours, all documents" : "spark, bars and sma_20";
    }

    private double since(Map<StackProcess, Double> before, int which) {
        return shared.get(which).cpuSeconds() - before.get(shared.get(which));
    }

    private static Map<StackProcess, Double> used(List<StackProcess> processes) {
        return processes.stream().collect(Collectors.toMap(process -> process, StackProcess::cpuSeconds));
    }
}
