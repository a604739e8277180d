package io.cryptolambda.serving.api;

import io.vertx.core.buffer.Buffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Answers made of one state of the data, kept until that changes: many clients ask for the same. Bounded by their bytes. Of
 * one event loop.
 */
final class MadeAnswers {
    private static final long MOST_BYTES = 4 << 20;

    private final Map<String, Buffer> answers = new HashMap<>();
    private Object state;
    private long bytes;

    /**
     * The answer to a question.
     *
     * @param of the state of the data; another object is another state
     * @param question tells answers of one state apart
     * @param answer makes it
     */
    Buffer get(Object of, String question, Supplier<Buffer> answer) {
        if (of != state || bytes >= MOST_BYTES) {
            answers.clear();
            bytes = 0;
            state = of;
        }
        return answers.computeIfAbsent(question, key -> {
            Buffer made = answer.get();
            bytes += made.length() + question.length();
            return made;
        });
    }
}
