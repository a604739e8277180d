package io.cryptolambda.serving.binance.push;

import io.cryptolambda.core.json.KlineTimeUnit;
import io.cryptolambda.serving.binance.BinanceError;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.Arrays;
import java.util.List;

/**
 * What the address of a WebSocket says.
 *
 * @param streams names, in order
 * @param unit of times
 */
record StreamNames(List<String> streams, KlineTimeUnit unit) {

    /**
     * Reads an address. A plus sign is itself, as in a time zone's.
     *
     * @param combined whether the streams are in the query, else in the path
     * @throws BinanceError if an escape cannot be read
     */
    static StreamNames of(String path, String query, boolean combined) {
        String inPath = path.startsWith("/ws/") ? path.substring("/ws/".length()) : "";
        return new StreamNames(
                Arrays.stream((combined ? parameter(query, "streams") : inPath).split("/"))
                        .map(StreamNames::decoded)
                        .filter(name -> !name.isEmpty())
                        .toList(),
                KlineTimeUnit.of(parameter(query, "timeUnit")));
    }

    private static String parameter(String query, String name) {
        return Arrays.stream(query == null ? new String[0] : query.split("&"))
                .filter(part -> part.startsWith(name + "="))
                .map(part -> part.substring(name.length() + 1))
                .findFirst()
                .orElse("");
    }

    private static String decoded(String text) {
        try {
            return QueryStringDecoder.decodeComponent(text.replace("+", "%2B"));
        } catch (IllegalArgumentException e) {
            throw BinanceError.illegalCharacters("streams", "a-z0-9@_+:");
        }
    }
}
