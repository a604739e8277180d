package io.cryptolambda.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;

/**
 * How ingest stands.
 *
 * @param exchangeTime the newest time the exchange told, epoch milliseconds UTC
 * @param caughtUp whether all streams are subscribed and a look at that minute found nothing closed that the log has not
 *     confirmed
 * @param connected whether all streams are subscribed
 * @param acknowledged records confirmed since the start
 * @param symbols newest open time in the log by symbol
 * @param gapsFilled gaps of ours that were filled by REST
 * @param reconnects connections lost
 */
record IngestStatus(
        long exchangeTime,
        boolean caughtUp,
        boolean connected,
        long acknowledged,
        SortedMap<String, Long> symbols,
        long gapsFilled,
        long reconnects) {
    private static final ObjectMapper JSON = new ObjectMapper();

    String toJson() {
        ObjectNode json = JSON.createObjectNode()
                .put("exchange_time", exchangeTime)
                .put("caught_up", caughtUp)
                .put("connected", connected)
                .put("acknowledged", acknowledged);
        ObjectNode newest = json.putObject("symbols");
        symbols.forEach(newest::put);
        return json.put("gaps_filled", gapsFilled).put("reconnects", reconnects).toString();
    }
}
