package io.cryptolambda.speed.flink.connectors;

import io.cryptolambda.core.IndexTemplates;
import io.cryptolambda.core.access.ElasticsearchAccess;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Installs the index templates before the first document can be written, waiting for Elasticsearch to come up. */
public final class TemplateInstallation {
    private static final Logger LOG = LoggerFactory.getLogger(TemplateInstallation.class);
    private static final int ATTEMPTS = 30;
    private static final long PAUSE_MILLIS = 1_000;

    private TemplateInstallation() {}

    /**
     * Installs the templates, trying for about half a minute.
     *
     * @throws IOException why the last attempt failed
     * @throws InterruptedException if interrupted while waiting
     */
    public static void install(ElasticsearchAccess elasticsearch) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                IndexTemplates.install(elasticsearch);
                LOG.info("event=templates_installed elasticsearch={}", elasticsearch);
                return;
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw new IOException(
                            "Elasticsearch at " + elasticsearch + " did not take the index templates: " + e, e);
                }
                LOG.warn("event=waiting_for_elasticsearch attempt={} reason=\"{}\"", attempt, e.toString());
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }
}
