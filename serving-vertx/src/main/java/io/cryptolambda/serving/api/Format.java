package io.cryptolambda.serving.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How rows are written. */
enum Format {
    JSON("application/json"),
    CSV("text/csv; charset=utf-8; header=present");

    private final String contentType;

    Format(String contentType) {
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    /** The spelling of the parameter. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * What a request wants: the parameter {@code format}, else CSV if its Accept header names {@code text/csv} and not
     * JSON, else JSON.
     *
     * @param accept the header; null if there is none
     */
    static Format of(Parameters parameters, String accept) {
        Optional<String> given = parameters.text("format");
        if (given.isEmpty()) {
            boolean csv = accept != null && accept.contains("text/csv") && !accept.contains("application/json");
            return csv ? CSV : JSON;
        }
        List<String> accepted = Arrays.stream(values()).map(Format::text).toList();
        return given.filter(accepted::contains)
                .map(text -> valueOf(text.toUpperCase(Locale.ROOT)))
                .orElseThrow(() -> new InvalidParameterException("format", "there is no such format", accepted));
    }
}
