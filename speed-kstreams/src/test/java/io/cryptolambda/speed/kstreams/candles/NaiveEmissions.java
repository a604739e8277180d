package io.cryptolambda.speed.kstreams.candles;

import io.cryptolambda.core.Candle;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.KnowledgePosition;
import io.cryptolambda.core.json.Parsed;
import io.cryptolambda.core.json.RawCandleParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Everything an app emits that reads a partition of the log once, from its start, undisturbed. */
public final class NaiveEmissions {
    private NaiveEmissions() {}

    /** The documents in the order of the features topic. */
    public static List<EnrichedCandle> of(List<ConsumerRecord<byte[], byte[]>> log, int partition, Duration horizon) {
        Map<String, SymbolCandles> symbols = new HashMap<>();
        List<EnrichedCandle> emissions = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : log) {
            if (RawCandleParser.parse(record.key(), record.value()) instanceof Parsed.Ok<Candle> ok) {
                LoggedCandle logged =
                        new LoggedCandle(ok.value(), KnowledgePosition.of(1, record.offset()), record.timestamp());
                emissions.addAll(symbols.computeIfAbsent(
                                ok.value().symbol(),
                                symbol -> new SymbolCandles(new MapSymbolStore(), partition, horizon))
                        .apply(logged, KnowledgePosition.of(1, 0))
                        .emissions());
            }
        }
        return emissions;
    }
}
