package io.cryptolambda.batch;

import java.io.IOException;

/** One job within a run. */
interface BatchStep {
    /** Does it and adds what it did to the summary. */
    void run(BatchContext context) throws IOException, InterruptedException;
}
