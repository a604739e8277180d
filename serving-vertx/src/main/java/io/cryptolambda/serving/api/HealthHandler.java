package io.cryptolambda.serving.api;

import io.cryptolambda.serving.view.RunReader;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Serves {@code /health/live} (the process answers) and {@code /health/ready} (the views can be read). */
final class HealthHandler {
    private final RunReader runs;

    HealthHandler(RunReader runs) {
        this.runs = runs;
    }

    void live(RoutingContext context) {
        JsonAnswer.send(context, new JsonObject().put("status", "up"));
    }

    void ready(RoutingContext context) {
        runs.read()
                .onSuccess(run -> JsonAnswer.send(context, new JsonObject().put("status", "ready")))
                .onFailure(context::fail);
    }
}
