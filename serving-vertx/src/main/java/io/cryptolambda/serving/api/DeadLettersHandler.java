package io.cryptolambda.serving.api;

import io.cryptolambda.serving.quality.DataQuality;
import io.cryptolambda.serving.quality.DeadLetter;
import io.cryptolambda.serving.quality.DeadLetterBoard;
import io.cryptolambda.serving.view.ViewUnavailableException;
import io.vertx.core.Handler;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Serves {@code /api/v1/dead-letters}: how many records were set aside for which reason, and the last of them. */
final class DeadLettersHandler implements Handler<RoutingContext> {
    private final DataQuality quality;

    DeadLettersHandler(DataQuality quality) {
        this.quality = quality;
    }

    @Override
    public void handle(RoutingContext context) {
        new Parameters(context.queryParams(), List.of());
        if (!quality.lettersAreLive().getAsBoolean()) {
            throw new ViewUnavailableException("the dead letters are not read in full");
        }
        DeadLetterBoard.Summary summary = quality.letters().summary();
        JsonArray reasons = new JsonArray();
        summary.reasons().forEach(each -> reasons.add(row(each)));
        JsonArray last = new JsonArray();
        summary.last().forEach(letter -> last.add(row(letter)));
        JsonAnswer.send(
                context,
                new JsonObject()
                        .put("total", summary.total())
                        .put("since", summary.since())
                        .put("reasons", reasons)
                        .put("last", last));
    }

    private static JsonObject row(DeadLetterBoard.ReasonCount each) {
        return new JsonObject()
                .put("topic", each.reason().topic())
                .put("stage", each.reason().stage())
                .put("error", each.reason().error())
                .put("letters", each.count().letters())
                .put("last_time", each.count().lastTime());
    }

    private static JsonObject row(DeadLetter letter) {
        return new JsonObject()
                .put("topic", letter.topic())
                .put("partition", letter.partition())
                .put("offset", letter.offset())
                .put("stage", letter.stage())
                .put("error", letter.error())
                .put("key", letter.key())
                .put("bytes", letter.bytes())
                .put("time", letter.time());
    }
}
