package io.cryptolambda.local.elasticsearch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.mapper.MapperExtrasPlugin;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.reindex.ReindexPlugin;
import org.elasticsearch.transport.Netty4Plugin;

/**
 * One Elasticsearch node that is its own cluster. The list of plugins is written into the cluster state: a data
 * directory must always be opened with the same list.
 */
final class LoopbackNode extends Node {
    private static final List<Class<? extends Plugin>> PLUGINS =
            List.of(Netty4Plugin.class, MapperExtrasPlugin.class, ReindexPlugin.class);

    /**
     * @param home directory for everything the node keeps
     * @param httpPort port of the REST interface
     * @param transportPort port between nodes; nobody else uses it here, but the node insists on one
     */
    LoopbackNode(Path home, int httpPort, int transportPort) {
        super(
                InternalSettingsPreparer.prepareEnvironment(
                        settings(home, httpPort, transportPort), Map.of(), null, () -> "lambda"),
                PLUGINS,
                true);
    }

    private static Settings settings(Path home, int httpPort, int transportPort) {
        return Settings.builder()
                .put("cluster.name", "crypto-lambda")
                .put("discovery.type", "single-node")
                .put("path.home", home)
                .put("path.data", home.resolve("data"))
                .put("path.logs", home.resolve("logs"))
                .put("network.host", "127.0.0.1")
                .put("http.port", httpPort)
                .put("transport.port", transportPort)
                .put("http.type", "netty4")
                .put("transport.type", "netty4")
                // A disk that is nearly full is the supervisor's business; the node would turn indices read-only.
                .put("cluster.routing.allocation.disk.threshold_enabled", false)
                .put("action.destructive_requires_name", false)
                .build();
    }
}
