package io.cryptolambda.local.exchange;

import io.cryptolambda.local.exchange.clock.ClockFile;
import io.cryptolambda.local.exchange.clock.ShownClock;
import io.cryptolambda.local.exchange.clock.Speed;
import io.cryptolambda.local.exchange.clock.VirtualClock;
import io.cryptolambda.local.exchange.fault.FaultPlan;
import io.cryptolambda.local.exchange.fault.RestFaults;
import io.cryptolambda.local.exchange.fault.Violations;
import io.cryptolambda.local.exchange.market.AlteredMarket;
import io.cryptolambda.local.exchange.rest.ArchiveEndpoint;
import io.cryptolambda.local.exchange.rest.RequestLimits;
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
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** The simulator on one port and one event loop. */
public final class ExchangeServer extends VerticleBase {
    private static final long SAVE_EVERY_MILLIS = 200;

    private final Settings settings;
    private final AlteredMarket market;
    private final VirtualClock clock;
    private final ClockKeeper keeper;
    private final Consumer<Throwable> broken;
    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private HttpServer server;
    private RequestLimits limits;

    /**
     * How it is run.
     *
     * @param host address to listen on
     * @param port 0 for any free one
     * @param weightLimit request weight allowed in a minute
     * @param faults seed of the faults to plan; null for none
     * @param pingEvery how often a client is pinged; it is cut off if it answers none for three times as long
     */
    public record Settings(String host, int port, int weightLimit, Speed speed, Long faults, Duration pingEvery) {
        /** As the exchange pings. */
        static final Duration PING_EVERY = Duration.ofSeconds(20);

        /** On loopback. */
        public Settings(int port, int weightLimit, Speed speed, Long faults) {
            this("127.0.0.1", port, weightLimit, speed, faults, PING_EVERY);
        }
    }

    /** @param broken told when the simulator cannot go on */
    public ExchangeServer(Settings settings, Opening opening, ClockFile file, Consumer<Throwable> broken) {
        this.settings = settings;
        this.market = new AlteredMarket(opening.market());
        this.clock = new VirtualClock(settings.speed(), opening.start(), System::nanoTime);
        this.keeper = new ClockKeeper(file, market, clock);
        this.broken = broken;
    }

    @Override
    public Future<?> start() {
        context.exceptionHandler(broken::accept);
        ShownClock shown = new ShownClock(clock);
        Violations violations = new Violations(metrics);
        RestFaults requestFaults = new RestFaults();
        limits = new RequestLimits(settings.weightLimit(), ExchangeServer::realMillis, violations);
        StreamHub hub = new StreamHub(market, shown, metrics);
        StreamEndpoint streams = new StreamEndpoint(vertx, hub, clock, violations, settings.pingEvery());
        ArchiveEndpoint archive = new ArchiveEndpoint(vertx, market, clock);
        FaultBoard board = new FaultBoard(vertx, market, clock, shown, hub, requestFaults, archive, metrics);
        Player player = new Player(vertx, clock, hub, plan(board), broken);
        metrics.gauge("exchange_time_ms", clock, VirtualClock::now);

        Router router = Router.router(vertx);
        new RestEndpoint(vertx, market, clock, shown, limits, requestFaults, metrics).mount(router);
        archive.mount(router);
        new SimulatorEndpoint(market, clock, player, board, violations).mount(router);
        router.get("/metrics").handler(context -> context.end(metrics.scrape()));
        server = vertx.createHttpServer(options())
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

    /** Tells the simulator that its client was replaced by one that knows nothing of waits. Any thread, once deployed. */
    public void newClient() {
        context.runOnContext(none -> limits.newClient());
    }

    /** The market as it is by now, with what happened to it. */
    public AlteredMarket market() {
        return market;
    }

    private LongConsumer plan(FaultBoard board) {
        if (settings.faults() == null) {
            return time -> {};
        }
        return new FaultPlan(settings.faults(), clock.now(), market.symbols(), board::happen)::advance;
    }

    private HttpServerOptions options() {
        return new HttpServerOptions()
                .setHost(settings.host())
                .setSendBufferSize(64 * 1024)
                .setPort(settings.port())
                .setMaxInitialLineLength(64 * 1024)
                // A client that is cut off may not answer to that either.
                .setWebSocketClosingTimeout(2)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false);
    }

    private static long realMillis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }
}
