package io.cryptolambda.local.exchange;

import io.cryptolambda.local.exchange.clock.VirtualClock;
import io.cryptolambda.local.exchange.fault.Fault;
import io.cryptolambda.local.exchange.fault.Violations;
import io.cryptolambda.local.exchange.market.Market;
import io.cryptolambda.local.exchange.stream.Player;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/** What no exchange has: {@code GET /simulator/status}, {@code POST} and {@code DELETE /simulator/faults}. */
final class SimulatorEndpoint {
    private final Market market;
    private final VirtualClock clock;
    private final Player player;
    private final FaultBoard board;
    private final Violations violations;

    SimulatorEndpoint(Market market, VirtualClock clock, Player player, FaultBoard board, Violations violations) {
        this.market = market;
        this.clock = clock;
        this.player = player;
        this.board = board;
        this.violations = violations;
    }

    void mount(Router router) {
        router.get("/simulator/status").handler(this::status);
        router.post("/simulator/faults").handler(BodyHandler.create(false).setBodyLimit(64 * 1024));
        router.post("/simulator/faults").handler(this::fault);
        router.delete("/simulator/faults").handler(this::spareRequests);
    }

    private void status(RoutingContext context) {
        JsonObject counts = new JsonObject();
        violations.counts().forEach((kind, count) -> counts.put(kind.text(), count));
        context.json(new JsonObject()
                .put("exchange_time", clock.now())
                .put("replay_ended", player.ended())
                .put("symbols", new JsonArray(market.symbols()))
                .put("speed", clock.speed().toString())
                .put("held", clock.held())
                .put("history_from", market.historyFrom())
                .put("stream_from", market.streamFrom())
                .put("end", market.end().isPresent() ? market.end().getAsLong() : null)
                .put("violations", counts));
    }

    private void spareRequests(RoutingContext context) {
        board.spareRequests();
        context.response().setStatusCode(204).end();
    }

    private void fault(RoutingContext context) {
        try {
            board.happen(Fault.read(new JsonObject(context.body().buffer())));
            context.response().setStatusCode(204).end();
        } catch (IllegalArgumentException | DecodeException | NullPointerException e) {
            context.response().setStatusCode(400);
            context.json(new JsonObject().put("error", String.valueOf(e.getMessage())));
        }
    }
}
