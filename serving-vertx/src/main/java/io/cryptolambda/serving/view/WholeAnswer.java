package io.cryptolambda.serving.view;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/** Tells a search's answer that holds everything from one that only looks like it. */
final class WholeAnswer {
    private static final int SHOWN = 400;

    private WholeAnswer() {}

    /**
     * Lets a whole answer pass.
     *
     * @param timedOut what the answer says of it; null if nothing
     * @param failedShards what the answer says of it; null if nothing
     * @throws ViewUnavailableException if the search ran out of time, or a shard failed, or it does not say so
     */
    static void require(Boolean timedOut, Integer failedShards, Buffer answer) {
        if (timedOut == null || timedOut) {
            throw new ViewUnavailableException("timed out: " + beginning(answer));
        }
        if (failedShards == null || failedShards != 0) {
            throw new ViewUnavailableException("shards failed: " + beginning(answer));
        }
    }

    /** For the log. */
    static String beginning(Buffer answer) {
        return answer == null
                ? ""
                : answer.getString(0, Math.min(SHOWN, answer.length()), StandardCharsets.UTF_8.name());
    }
}
