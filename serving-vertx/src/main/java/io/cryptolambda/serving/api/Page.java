package io.cryptolambda.serving.api;

import io.vertx.ext.web.Router;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The page at {@code /}: a fixed list of files, so that no path of a request reaches a file name. */
public final class Page {
    private static final String FOLDER = "io/cryptolambda/serving/page/";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String STYLE = "text/css; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final List<String> SCRIPTS = List.of(
            "main.js",
            "api.js",
            "chart.js",
            "format.js",
            "header.js",
            "readout.js",
            "series.js",
            "state.js",
            "theme.js");

    private final Map<String, Asset> assets = new HashMap<>();

    private Page() {}

    /** Reads every file from the class path. */
    public static Page load() {
        Page page = new Page();
        page.assets.put("/", Asset.of(FOLDER + "index.html", HTML));
        page.assets.put("/page.css", Asset.of(FOLDER + "page.css", STYLE));
        page.assets.put("/favicon.svg", Asset.of(FOLDER + "favicon.svg", "image/svg+xml"));
        SCRIPTS.forEach(script -> page.assets.put("/js/" + script, Asset.of(FOLDER + "js/" + script, SCRIPT)));
        page.assets.put("/js/echarts.js", Asset.of(WebJar.of("echarts").file("echarts.esm.min.js"), SCRIPT));
        return page;
    }

    void mount(Router router) {
        assets.forEach((path, asset) -> Api.get(router, path).handler(asset));
    }
}
