package io.cryptolambda.e2e.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import io.cryptolambda.core.Candle;
import io.cryptolambda.core.Indices;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.e2e.Api;
import io.cryptolambda.e2e.Command;
import io.cryptolambda.e2e.fault.Log.Fate;
import io.cryptolambda.oracle.LoggedCandle;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.awaitility.Awaitility;

/** The invariants, checked on a stack that nothing bad happens to any more. */
final class Inspection {
    private static final int PAGE = 5_000;
    private static final long MINUTE = 60_000;
    private static final long FRESH_MILLIS = 5_000;

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
        long until =
                world.exchange().get("/simulator/status").path("exchange_time").asLong() / MINUTE * MINUTE - MINUTE;
        verdict.check(Invariant.R3, this::parity);
        verdict.check(Invariant.R1, found -> complete(until, found));
        verdict.check(Invariant.R2, this::unique);
        verdict.check(Invariant.R5, this::accounted);
        verdict.check(Invariant.R6, found -> {
            world.lies().forEach(found);
            return null;
        });
        verdict.check(Invariant.R7, this::answers);
        return verdict;
    }

    private String recovers(Consumer<String> found) {
        long begin = System.nanoTime();
        JsonNode last = Awaitility.await("recovery")
                .atMost(recovery)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> world.stack().status(), Inspection::recovered);
        return String.format(
                "%.0f s after the last fault, serving %d ms behind",
                (System.nanoTime() - begin) / 1e9,
                last.path("lag").path("serving_ms").asLong());
    }

    private static boolean recovered(JsonNode status) {
        JsonNode behind = status.path("lag").path("serving_ms");
        return status.path("ready").asBoolean() && behind.isNumber() && behind.asLong() < FRESH_MILLIS;
    }

    private String parity(Consumer<String> found) {
        String before = requireParity(found);
        Command batch = world.stack().lambda("batch", "all");
        if (batch.exitCode() != 0) {
            found.accept("batch all ended with " + batch.exitCode() + ": "
                    + batch.errors().lines().reduce((a, b) -> b));
        }
        return before + ", after a batch run " + requireParity(found);
    }

    private String requireParity(Consumer<String> found) {
        Command command = world.stack().lambda("verify", "--json");
        JsonNode report = command.exitCode() > 1 || command.output().isBlank() ? null : World.json(command.output());
        if (report == null) {
            found.accept("verify: " + command);
            return "-";
        }
        if (!report.path("parity").asBoolean()) {
            found.accept(report.toPrettyString().lines().limit(150).reduce("", (a, b) -> a + "\n" + b));
        }
        return report.path("equal").asLong() + " of " + report.path("compared").asLong() + " equal, "
                + report.path("newer").asLong() + " newer";
    }

    private String complete(long until, Consumer<String> found) {
        Log log = log();
        long candles = 0;
        for (String symbol : World.SYMBOLS) {
            Map<Long, MarketValues> closed = ExchangeCandles.of(world.exchange(), symbol, until);
            candles += closed.size();
            Map<Long, Set<MarketValues>> logged = new HashMap<>();
            for (LoggedCandle record : log.candles().getOrDefault(symbol, List.of())) {
                Candle candle = record.candle();
                logged.computeIfAbsent(candle.openTime(), time -> new HashSet<>())
                        .add(candle.market());
            }
            Set<Long> batch = served(symbol, "batch");
            Set<Long> merged = served(symbol, "merged");
            closed.forEach((openTime, values) -> {
                if (!logged.getOrDefault(openTime, Set.of()).contains(values)) {
                    found.accept(symbol + " " + openTime + " is not in the log as the exchange has it");
                }
                if (!batch.contains(openTime)) {
                    found.accept(
                            symbol + " " + openTime + " is not in the batch view, and so not in the master dataset");
                }
                if (!merged.contains(openTime)) {
                    found.accept(symbol + " " + openTime + " is not in the merged view");
                }
            });
        }
        return candles + " candles of the exchange";
    }

    private String unique(Consumer<String> found) {
        Api elasticsearch = new Api(world.stack().ports().elasticsearchUrl());
        long documents = 0;
        for (Interval interval : Interval.values()) {
            String alias = Indices.batchAlias(interval);
            long held = elasticsearch.get("/" + alias + "/_count").path("count").asLong();
            Set<String> months = new HashSet<>();
            elasticsearch.get("/_alias/" + alias).fieldNames().forEachRemaining(index -> {
                String month = index.substring(alias.length() + 1, alias.length() + 8);
                if (!months.add(month)) {
                    found.accept(alias + " has two indices of " + month);
                }
            });
            long served = World.SYMBOLS.stream()
                    .mapToLong(symbol -> served(symbol, interval, "batch").size())
                    .sum();
            if (held != served) {
                found.accept(alias + " holds " + held + " documents, " + served + " keys are served");
            }
            documents += held;
        }
        return documents + " batch documents; that each is the newest is what verify compares";
    }

    private String accounted(Consumer<String> found) {
        Log log = log();
        // Streams commits and Flink writes late candles a little later.
        Awaitility.await("every record accounted for")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> account(log).isEmpty()
                        || world.stack().status().path("lag").path("kstreams").asLong() == 0);
        account(log).stream().limit(20).forEach(found);
        return log.size() + " records = " + log.count(Fate.TAKEN) + " taken + " + log.count(Fate.DUPLICATE)
                + " duplicates + " + log.count(Fate.LATE) + " late + " + log.count(Fate.DEAD_LETTER) + " dead letters";
    }

    private List<String> account(Log log) {
        List<String> wrong = new ArrayList<>();
        Outputs outputs;
        try (TopicReader reader = new TopicReader(world.stack().kafka())) {
            outputs = Outputs.read(reader);
        }
        log.fates().forEach((partition, fates) -> {
            for (int offset = 0; offset < fates.size(); offset++) {
                String at = Outputs.at(partition, offset);
                Fate fate = fates.get(offset);
                expect(wrong, at, fate, "features", fate == Fate.TAKEN ? 1 : 0, outputs.taken());
                expect(wrong, at, fate, "late features", fate == Fate.LATE ? 1 : 0, outputs.late());
                expect(wrong, at, fate, "dead letters", fate == Fate.DEAD_LETTER ? 1 : 0, outputs.deadLetters());
                if (fate == Fate.LATE && !outputs.lateTopic().containsKey(at)) {
                    wrong.add(at + " is late, and not in the topic of late candles");
                }
            }
        });
        return wrong;
    }

    private static void expect(
            List<String> wrong, String at, Fate fate, String what, int times, Map<String, Integer> written) {
        int found = written.getOrDefault(at, 0);
        if (found != times) {
            wrong.add(at + " (" + fate + ") is " + found + " times among the " + what);
        }
    }

    private String answers(Consumer<String> found) {
        watch.close();
        AnswersCheck check = new AnswersCheck(log());
        watch.answers().forEach(check::check);
        check.wrong().forEach(found);
        watch.unexpected().stream().limit(5).forEach(found);
        if (check.rows() == 0) {
            found.accept("nothing was answered at all");
        }
        long stale = watch.answers().stream().filter(ApiWatch.Answer::stale).count();
        return check.rows() + " rows, statuses " + watch.statuses() + ", " + stale + " answers stale";
    }

    private Log log() {
        try (TopicReader reader = new TopicReader(world.stack().kafka())) {
            return Log.read(reader);
        }
    }

    private Set<Long> served(String symbol, String layer) {
        return new TreeSet<>(served(symbol, Interval.ONE_MINUTE, layer));
    }

    private Collection<Long> served(String symbol, Interval interval, String layer) {
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
