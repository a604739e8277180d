package io.cryptolambda.serving.api;

import io.cryptolambda.serving.quality.Stage;
import io.cryptolambda.serving.quality.StageReader;
import io.cryptolambda.serving.view.ViewUnavailableException;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;

/** Serves {@code /api/v1/stages}: how far each stage between exchange and store has come. */
final class StagesHandler implements Handler<RoutingContext> {
    private final StageReader stages;
    private final Backend shared;

    StagesHandler(Backend shared) {
        this.stages = shared.quality().stages();
        this.shared = shared;
    }

    @Override
    public void handle(RoutingContext context) {
        new Parameters(context.queryParams(), List.of());
        stages.read()
                .recover(e -> Future.failedFuture(new ViewUnavailableException("no answer of Kafka: " + e, e)))
                .map(this::answer)
                .onSuccess(answer -> JsonAnswer.send(context, answer))
                .onFailure(context::fail);
    }

    private JsonObject answer(List<Stage> found) {
        JsonArray rows = new JsonArray();
        found.forEach(stage -> rows.add(new JsonObject()
                .put("name", stage.name())
                .put("topic", stage.topic())
                .put("behind", stage.behind())
                .put("newest_time", stage.newest())));
        return new JsonObject()
                .put("stages", rows)
                .put("tail_is_live", shared.tailIsCurrent().getAsBoolean())
                .put("exchange_time", shared.tail().exchangeTime().orElse(null))
                .put("flink", shared.flink().map(URI::toString).orElse(null));
    }
}
