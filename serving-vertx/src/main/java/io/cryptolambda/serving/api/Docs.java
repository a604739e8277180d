package io.cryptolambda.serving.api;

import io.vertx.ext.web.Router;
import java.util.LinkedHashMap;
import java.util.Map;

/** The interface's description at {@code /openapi.yaml}, and Swagger UI from its WebJar showing it at {@code /docs}. */
public final class Docs {
    private static final String FOLDER = "io/cryptolambda/serving/docs/";

    private final Map<String, Asset> assets = new LinkedHashMap<>();

    private Docs() {}

    /** Reads every file from the class path. */
    public static Docs load() {
        Docs docs = new Docs();
        WebJar swagger = WebJar.of("swagger-ui");
        docs.put("/openapi.yaml", FOLDER + "openapi.yaml", "application/yaml; charset=utf-8");
        docs.put("/docs", FOLDER + "index.html", "text/html; charset=utf-8");
        docs.put("/docs/docs.js", FOLDER + "docs.js", "text/javascript; charset=utf-8");
        docs.put("/docs/docs.css", FOLDER + "docs.css", "text/css; charset=utf-8");
        docs.put("/docs/swagger-ui.css", swagger.file("swagger-ui.css"), "text/css; charset=utf-8");
        docs.put("/docs/swagger-ui.js", swagger.file("swagger-ui-bundle.js"), "text/javascript; charset=utf-8");
        return docs;
    }

    void mount(Router router) {
        assets.forEach((path, asset) -> Api.get(router, path).handler(asset));
    }

    private void put(String path, String resource, String contentType) {
        assets.put(path, Asset.of(resource, contentType));
    }
}
