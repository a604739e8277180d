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
 * @param ready whether it does its job: connected, and no symbol far behind
 * @param acknowledged records confirmed since the start
 * @param symbols newest open time in the log by symbol
 * @param gapsFilled gaps of ours that were filled by REST
 * @param exchangeGapMinutes minutes that the exchange itself does not have, found since the start
 * @param reconnects connections lost
 */
record IngestStatus(
        long exchangeTime,
        boolean caughtUp,
        boolean connected,
        boolean ready,
        long acknowledged,
        SortedMap<String, Long> symbols,
        long gapsFilled,
        long exchangeGapMinutes,
        long reconnects) {
    private static final ObjectMapper JSON = new ObjectMapper();

    String toJson() {
        ObjectNode json = JSON.createObjectNode()
                .put("exchange_time", exchangeTime)
                .put("caught_up", caughtUp)
                .put("connected", connected)
                .put("ready", ready)
                .put("acknowledged", acknowledged);
        ObjectNode newest = json.putObject("symbols");
        symbols.forEach(newest::put);
        return json.put("gaps_filled", gapsFilled)
                .put("exchange_gap_minutes", exchangeGapMinutes)
                .put("reconnects", reconnects)
                .toString();
    }
}
