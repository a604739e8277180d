package io.cryptolambda.serving.api;

import io.vertx.ext.web.Router;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The page at {@code /}: a fixed list of files, so that no path of a request reaches a file name. */
public final class Page {
    private static final String FOLDER = "io/cryptolambda/serving/page/";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final List<String> STYLES =
            List.of("tokens.css", "page.css", "chart.css", "market.css", "system.css");
    private static final List<String> SCRIPTS = List.of(
            "api.js",
            "dom.js",
            "format.js",
            "main.js",
            "state.js",
            "status.js",
            "stream.js",
            "theme-start.js",
            "theme.js",
            "chart/axes.js",
            "chart/catalogue.js",
            "chart/chart.js",
            "chart/controls.js",
            "chart/drawn.js",
            "chart/headline.js",
            "chart/keys.js",
            "chart/layout.js",
            "chart/loader.js",
            "chart/marks.js",
            "chart/merge.js",
            "chart/readout.js",
            "chart/series.js",
            "chart/view.js",
            "market/board.js",
            "market/columns.js",
            "market/feed.js",
            "market/line.js",
            "market/market.js",
            "market/painter.js",
            "market/spark.js",
            "market/table.js",
            "market/view.js",
            "system/card.js",
            "system/checks.js",
            "system/pipeline.js",
            "system/quality.js",
            "system/view.js");

    private final Map<String, Asset> assets = new HashMap<>();

    private Page() {}

    /** Reads every file from the class path. */
    public static Page load() {
        Page page = new Page();
        page.assets.put("/", Asset.of(FOLDER + "index.html", HTML));
        page.assets.put("/favicon.svg", Asset.of(FOLDER + "favicon.svg", "image/svg+xml"));
        STYLES.forEach(style -> page.assets.put("/css/" + style, Asset.of(FOLDER + "css/" + style, STYLE)));
        SCRIPTS.forEach(script -> page.assets.put("/js/" + script, Asset.of(FOLDER + "js/" + script, SCRIPT)));
        page.assets.put("/js/echarts.js", Asset.of(WebJar.of("echarts").file("echarts.esm.min.js"), SCRIPT));
        return page;
    }

    Set<String> paths() {
        return assets.keySet();
    }

    void mount(Router router) {
        assets.forEach((path, asset) -> Api.get(router, path).handler(asset));
    }
}
