package io.cryptolambda.serving.api;

import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;

/** The page at {@code /}: a fixed list of files, so that no path of a request reaches a file name. */
final class Page {
    private static final String FOLDER = "io/cryptolambda/serving/page/";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final String ECHARTS_PROPERTIES = "META-INF/maven/org.webjars/echarts/pom.properties";
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

    private Page() {}

    static void mount(Router router) {
        Api.get(router, "/").handler(Asset.of(FOLDER + "index.html", HTML));
        Api.get(router, "/page.css").handler(Asset.of(FOLDER + "page.css", "text/css; charset=utf-8"));
        Api.get(router, "/favicon.svg").handler(Asset.of(FOLDER + "favicon.svg", "image/svg+xml"));
        for (String script : SCRIPTS) {
            Api.get(router, "/js/" + script).handler(Asset.of(FOLDER + "js/" + script, SCRIPT));
        }
        Api.get(router, "/js/echarts.js")
                .handler(Asset.of(
                        "META-INF/resources/webjars/echarts/" + echartsVersion() + "/echarts.esm.min.js", SCRIPT));
    }

    /** The version is part of the path inside the WebJar, which tells it beside. */
    private static String echartsVersion() {
        Properties properties = new Properties();
        try (InputStream stream = Page.class.getClassLoader().getResourceAsStream(ECHARTS_PROPERTIES)) {
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
