package io.cryptolambda.serving.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Interval;
import io.cryptolambda.core.Layer;
import io.cryptolambda.core.merge.BatchRun;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ToldTest {
    private final AtomicLong clock = new AtomicLong(100);
    private final Told told = new Told(clock::get);

    @Test
    void shouldKeepTheRunOfTheLaterQuestionWhicheverAnswerComesFirst() {
        told.run(Optional.of(run("b")), 20);
        told.run(Optional.of(run("a")), 10);

        assertThat(told.run()).contains(Optional.of(run("b")));
    }

    @Test
    void shouldTellThatThereIsNoRunFromNotKnowingOne() {
        assertThat(told.run()).isEmpty();

        told.run(Optional.empty(), 10);

        assertThat(told.run()).contains(Optional.empty());
    }

    @Test
    void shouldKnowTheRunForATimeFromTheQuestionOn() {
        assertThat(told.knowsRunWithin(Duration.ofSeconds(1))).isFalse();
        told.run(Optional.empty(), clock.get());

        clock.addAndGet(Duration.ofMillis(999).toNanos());
        assertThat(told.knowsRunWithin(Duration.ofSeconds(1))).isTrue();
        clock.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(told.knowsRunWithin(Duration.ofSeconds(1))).isFalse();
    }

    @Test
    void shouldRememberTheNewestPositionOfEachSymbolAndInterval() {
        told.rows(request("BTCUSDT"), view(7, 9, 8));
        told.rows(request("BTCUSDT"), view(6));
        told.rows(request("ETHUSDT"), view());

        assertThat(told.position("BTCUSDT", Interval.ONE_MINUTE)).isEqualTo(9);
        assertThat(told.position("BTCUSDT", Interval.FIVE_MINUTES)).isZero();
        assertThat(told.position("ETHUSDT", Interval.ONE_MINUTE)).isZero();
    }

    private static ViewRequest request(String symbol) {
        return new ViewRequest(LayerView.MERGED, symbol, Interval.ONE_MINUTE, new Range(null, null, 5), List.of());
    }

    private static View view(long... positions) {
        List<Served> rows = Arrays.stream(positions)
                .mapToObj(asOf -> new Served(new Document(0, asOf, 0, true, new JsonObject()), Layer.SPEED, false))
                .toList();
        return new View(Optional.empty(), null, rows, false, null, false);
    }

    private static BatchRun run(String id) {
        return new BatchRun(id, 1, new TreeMap<>(), Map.of(), Map.of(), 0, 1, 2);
    }
}
