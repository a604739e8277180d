package io.cryptolambda.bench.freshness;

import io.cryptolambda.bench.stack.LambdaStack;
import io.cryptolambda.bench.stack.StackProcess;
import java.util.function.Consumer;

/** What happens at the start of a stretch; whoever looks after the stack starts again what has ended. */
enum Trouble {
    QUIET("", process -> {}),
    KSTREAMS_KILLED("kstreams", StackProcess::kill),
    TASK_MANAGER_KILLED("flink-taskmanager", StackProcess::kill),
    ELASTICSEARCH_RESTARTED("elasticsearch", StackProcess::terminate),
    SERVING_RESTARTED("serving", StackProcess::terminate),
    BROKER_RESTARTED("kafka", StackProcess::terminate);

    private final String process;
    private final Consumer<StackProcess> action;

    Trouble(String process, Consumer<StackProcess> action) {
        this.process = process;
        this.action = action;
    }

    void happen(LambdaStack stack) {
        if (this != QUIET) {
            action.accept(stack.process(process));
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
