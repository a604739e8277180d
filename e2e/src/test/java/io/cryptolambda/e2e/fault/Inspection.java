package io.cryptolambda.e2e.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.e2e.Api;
import io.cryptolambda.e2e.Command;
import io.cryptolambda.e2e.fault.Log.Fate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The invariants, checked on a stack that nothing bad happens to any more. */
final class Inspection {
    private static final int PAGE = 5_000;
    private static final long MINUTE = 60_000;

    private final World world;
    private final ApiWatch watch;
    private final Duration recovery;
    private final Verdict verdict;

    /** @param recovery time in which the system must have recovered by itself */
    Inspection(World world, ApiWatch watch, Duration recovery) {
        this.world = world;
        this.watch = watch;
        this.recovery = recovery;
        this.verdict = new Verdict(world::say);
    }

    Verdict inspect() {
        verdict.check(Invariant.R4, this::recovers);
        long until = exchangeTime() / MINUTE * MINUTE - MINUTE;
        verdict.check(Invariant.R3, this::parity);
        verdict.check(Invariant.R1, found -> complete(until, found));
        verdict.check(Invariant.R2, this::unique);
        verdict.check(Invariant.R5, this::accounted);
        verdict.check(Invariant.R6, found -> {
            world.lies().forEach(found);
            return "status was asked " + world.claims() + " times while a process stood still";
        });
        verdict.check(Invariant.R7, this::answers);
        return verdict;
    }

    private String recovers(Consumer<String> found) {
        long begin = System.nanoTime();
        JsonNode last = Awaitility.await("recovery")
                .atMost(recovery)
                .pollInterval(Duration.ofSeconds(1))
                // Nobody answers who is being started again.
                .ignoreExceptions()
                .until(() -> world.stack().status(), this::recovered);
        return String.format(
                "%.0f s after the last fault, serving %d ms behind",
                (System.nanoTime() - begin) / 1e9,
                last.path("lag").path("serving_ms").asLong());
    }

    private boolean recovered(JsonNode status) {
        if (!status.path("ready").asBoolean()) {
            return false;
        }
        long exchangeTime = exchangeTime();
        Map<String, Long> newest = new HashMap<>();
        for (String symbol : World.SYMBOLS) {
            String query = "/api/v1/candles?symbol=" + symbol + "&interval=1m&fields=open_time&limit=1";
            world.stack()
                    .api()
                    .getIfAvailable(query)
                    .ifPresent(answer -> newest.put(
                            symbol,
                            answer.path("rows").path(0).path("open_time").asLong()));
        }
        return Recovery.done(status, World.SYMBOLS, newest, exchangeTime, world.speed());
    }

    private long exchangeTime() {
        return world.exchange().get("/simulator/status").path("exchange_time").asLong();
    }

    private String parity(Consumer<String> found) {
        String before = verify(true, found);
        Command batch = world.stack().lambda("batch", "all");
        if (batch.exitCode() != 0) {
            found.accept("batch all ended with " + batch.exitCode() + ": " + batch.complaint());
        }
        return before + ", after a batch run " + verify(false, found);
    }

    private String verify(boolean awaiting, Consumer<String> found) {
        Command command = world.stack().lambda("verify", "--json");
        if (command.exitCode() > 1 || command.output().isBlank()) {
            found.accept("verify: " + command.complaint());
        }
        return Parity.check(command.exitCode(), command.output(), awaiting, found);
    }

    private String complete(long until, Consumer<String> found) {
        // Spoilt answers that nobody has asked for yet must not hit the inspection.
        world.exchange().delete("/simulator/faults");
        Log log = log();
        long candles = 0;
        for (String symbol : World.SYMBOLS) {
            Map<Long, MarketValues> closed = ExchangeCandles.of(world.exchange(), symbol, until);
            candles += closed.size();
            Completeness.check(
                    symbol,
                    closed,
                    log,
                    new HashSet<>(served(symbol, Interval.ONE_MINUTE, "batch")),
                    new HashSet<>(served(symbol, Interval.ONE_MINUTE, "merged")),
                    found);
        }
        return candles + " candles of the exchange";
    }

    private String unique(Consumer<String> found) {
        Api elasticsearch = new Api(world.stack().ports().elasticsearchUrl());
        long documents = 0;
        for (Interval interval : Interval.values()) {
            String alias = Indices.batchAlias(interval);
            List<String> indices = new ArrayList<>();
            elasticsearch.get("/_alias/" + alias).fieldNames().forEachRemaining(indices::add);
            long held = elasticsearch.get("/" + alias + "/_count").path("count").asLong();
            Map<String, List<Long>> served = new HashMap<>();
            World.SYMBOLS.forEach(symbol -> served.put(symbol, served(symbol, interval, "batch")));
            Uniqueness.check(alias, indices, held, served, found);
            documents += held;
        }
        return documents + " batch documents; that each is the newest is what verify compares";
    }

    private String accounted(Consumer<String> found) {
        Log log = log();
        try {
            // Streams commits and Flink writes late candles a little later.
            Awaitility.await("every record accounted for")
                    .atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> wrong(log).isEmpty());
        } catch (ConditionTimeoutException e) {
            wrong(log).forEach(found);
        }
        return log.size() + " records = " + log.count(Fate.TAKEN) + " taken + " + log.count(Fate.DUPLICATE)
                + " duplicates + " + log.count(Fate.LATE) + " late + " + log.count(Fate.DEAD_LETTER) + " dead letters";
    }

    private List<String> wrong(Log log) {
        try (TopicReader reader = new TopicReader(world.stack().kafka())) {
            return Accounts.wrong(log, Outputs.read(reader));
        }
    }

    private String answers(Consumer<String> found) {
        watch.close();
        AnswersCheck check = new AnswersCheck(log());
        check.check(watch.answers());
        check.wrong().forEach(found);
        watch.unexpected().stream().limit(5).forEach(found);
        if (check.rows() == 0) {
            found.accept("nothing was answered at all");
        }
        long stale = watch.answers().stream().filter(Answer::stale).count();
        return check.rows() + " rows of " + check.documents() + " documents, " + check.incomplete()
                + " not complete, statuses " + watch.statuses() + ", " + stale + " answers stale";
    }

    private Log log() {
        try (TopicReader reader = new TopicReader(world.stack().kafka())) {
            return Log.read(reader);
        }
    }

    private List<Long> served(String symbol, Interval interval, String layer) {
        List<Long> openTimes = new ArrayList<>();
        String query = "/api/v1/candles?symbol=" + symbol + "&interval=" + interval.text() + "&layer=" + layer
                + "&fields=open_time&limit=" + PAGE + "&from=";
        JsonNode from = LongNode.valueOf(0);
        while (from.isNumber()) {
            JsonNode page = world.stack().api().get(query + from.asLong());
            page.path("rows").forEach(row -> openTimes.add(row.path("open_time").asLong()));
            from = page.path("next");
        }
        return openTimes;
    }
}
