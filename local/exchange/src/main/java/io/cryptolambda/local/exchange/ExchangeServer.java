package io.cryptolambda.local.exchange;

import io.cryptolambda.local.exchange.clock.ClockFile;
import io.cryptolambda.local.exchange.clock.Speed;
import io.cryptolambda.local.exchange.clock.VirtualClock;
import io.cryptolambda.local.exchange.market.Market;
import io.cryptolambda.local.exchange.rest.RestEndpoint;
import io.cryptolambda.local.exchange.stream.Player;
import io.cryptolambda.local.exchange.stream.StreamEndpoint;
import io.cryptolambda.local.exchange.stream.StreamHub;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The simulator on one port of the loopback interface and one event loop. */
public final class ExchangeServer extends VerticleBase {
    private static final long SAVE_EVERY_MILLIS = 200;

    private final int port;
    private final int weightLimit;
    private final Market market;
    private final VirtualClock clock;
    private final ClockKeeper keeper;
    private final Consumer<Throwable> broken;
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private HttpServer server;
    private Player player;

    /**
     * @param port 0 for any free one
     * @param broken told when the simulator cannot go on
     */
    public ExchangeServer(
            int port, int weightLimit, Opening opening, Speed speed, ClockFile file, Consumer<Throwable> broken) {
        this.port = port;
        this.weightLimit = weightLimit;
        this.market = opening.market();
        this.clock = new VirtualClock(speed, opening.start(), System::nanoTime);
        this.keeper = new ClockKeeper(file, market, clock);
        this.broken = broken;
    }

    @Override
    public Future<?> start() {
        context.exceptionHandler(broken::accept);
        StreamHub hub = new StreamHub(market.symbols(), metrics);
        StreamEndpoint streams = new StreamEndpoint(vertx, hub, clock.speed().isMax());
        player = new Player(vertx, market, clock, hub, broken);
        metrics.gauge("exchange_time_ms", clock, VirtualClock::now);
        Router router = Router.router(vertx);
        new RestEndpoint(vertx, market, clock, weightLimit, ExchangeServer::realMillis, metrics).mount(router);
        router.get("/simulator/status").handler(this::status);
        router.get("/metrics").handler(context -> context.end(metrics.scrape()));
        HttpServerOptions options = new HttpServerOptions()
                .setHost("127.0.0.1")
                .setSendBufferSize(64 * 1024)
                .setPort(port)
                .setMaxInitialLineLength(64 * 1024)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false);
        server = vertx.createHttpServer(options)
                .requestHandler(router)
                .webSocketHandshakeHandler(streams::handshake)
                .webSocketHandler(streams::connected);
        return server.listen().onSuccess(listening -> {
            vertx.setPeriodic(SAVE_EVERY_MILLIS, timer -> vertx.executeBlocking(keeper::save)
                    .onFailure(broken::accept));
            player.start();
        });
    }

    @Override
    public Future<?> stop() {
        return vertx.executeBlocking(keeper::save);
    }

    /** The port listened on. */
    public int actualPort() {
        return server.actualPort();
    }

    private static long realMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }

    private void status(RoutingContext context) {
        context.json(new JsonObject()
                .put("exchange_time", clock.now())
                .put("replay_ended", player.ended())
                .put("symbols", new JsonArray(market.symbols()))
                .put("speed", clock.speed().toString())
                .put("held", clock.held())
                .put("history_from", market.historyFrom())
                .put("stream_from", market.streamFrom())
                .put("end", market.end().isPresent() ? market.end().getAsLong() : null));
    }
}
