package io.cryptolambda.serving.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/** Sends rows in the format asked for, with a validator where they will hardly change. */
final class RowsAnswer {
    private RowsAnswer() {}

    /**
     * The body.
     *
     * @param about what stands before the rows in JSON
     * @param columns what each row has, in order
     */
    static Buffer body(Format format, JsonObject about, List<String> columns, JsonArray rows) {
        return format == Format.CSV
                ? csv(columns, rows)
                : about.copy().put("rows", rows).toBuffer();
    }

    /**
     * Sends.
     *
     * @param about sent as headers {@code X-...} with CSV
     * @param settled whether the same is likely to be answered again
     */
    static void send(RoutingContext context, Format format, JsonObject about, Buffer body, boolean settled) {
        if (format == Format.CSV) {
            about.forEach(entry -> header(context, entry.getKey(), entry.getValue()));
        }
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, format.contentType())
                .putHeader(HttpHeaders.VARY, "Accept, Accept-Encoding, Origin");
        if (settled) {
            Validated.send(context, body);
        } else {
            context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store").end(body);
        }
    }

    private static void header(RoutingContext context, String name, Object value) {
        if (value != null) {
            context.response().putHeader("X-" + name.replace('_', '-'), value.toString());
        }
    }

    /** Numbers, names of letters and digits, true and false: nothing that would have to be quoted. */
    private static Buffer csv(List<String> columns, JsonArray rows) {
        StringBuilder text = new StringBuilder(String.join(",", columns)).append("\r\n");
        for (Object row : rows) {
            String separator = "";
            for (String column : columns) {
                Object value = ((JsonObject) row).getValue(column);
                text.append(separator).append(value == null ? "" : value);
                separator = ",";
            }
            text.append("\r\n");
        }
        return Buffer.buffer(text.toString());
    }
}
