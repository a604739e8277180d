package io.cryptolambda.e2e.fault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/** Disks that are full, Elasticsearch that takes nothing, and an exchange that misbehaves, since it is asked to. */
final class StoreFaults {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private StoreFaults() {}

    /** What Elasticsearch does to all indices when its disk is nearly full; it is taken back by hand. */
    static Fault readOnlyIndices(Duration least, Duration most) {
        return new Fault("elasticsearch-read-only", (world, random) -> {
            Duration time = ProcessFaults.between(random, least, most);
            world.say("  for " + time.toSeconds() + " s");
            block(world, "true");
            try {
                World.last(time);
            } finally {
                block(world, "null");
            }
        });
    }

    /** No byte is free under a folder of the data directory, which must have a small disk of its own. */
    static Fault fullDisk(String folder, Duration time) {
        return new Fault("full-disk-" + folder.replace('/', '-'), (world, random) -> {
            Path disk = world.stack().data().resolve(folder);
            SmallDisk.fill(disk);
            try {
                World.last(time);
            } finally {
                SmallDisk.relieve(disk);
            }
        });
    }

    /** One of the simulator's faults, such as {@code half_open}. */
    static Fault exchange(String kind, int count, long millis, long skew) {
        return new Fault(exchangeName(kind), (world, random) -> {
            String symbol = World.SYMBOLS.get(random.nextInt(World.SYMBOLS.size()));
            simulate(
                    world,
                    String.format(
                            "{\"fault\":\"%s\",\"symbol\":\"%s\",\"count\":%d,\"millis\":%d,\"skew\":%d}",
                            kind, symbol, count, millis, skew));
        });
    }

    /** The next answers to requests are spoilt; the streams are dropped, so that something is requested. */
    static Fault spoiltAnswers(String kind, int count) {
        return new Fault(exchangeName(kind), (world, random) -> {
            simulate(world, String.format("{\"fault\":\"%s\",\"count\":%d}", kind, count));
            simulate(world, "{\"fault\":\"drop\"}");
        });
    }

    private static String exchangeName(String kind) {
        return "exchange-" + kind.replace('_', '-');
    }

    private static void simulate(World world, String fault) throws IOException, InterruptedException {
        send("POST", world.stack().ports().exchangeUrl() + "/simulator/faults", fault);
    }

    private static void block(World world, String value) throws IOException, InterruptedException {
        send(
                "PUT",
                world.stack().ports().elasticsearchUrl() + "/crypto-*/_settings",
                "{\"index.blocks.read_only_allow_delete\":" + value + "}");
    }

    private static void send(String method, String uri, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        var answer = CLIENT.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(uri + " answered " + answer.statusCode() + ": " + answer.body());
        }
    }
}
