package io.cryptolambda.speed.flink.records;

import io.cryptolambda.core.BarSeeds;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** The type information of everything that flows between operators. */
public final class RecordTypes {
    /** Candles with features, packed. */
    public static final TypeInformation<EnrichedCandle> CANDLE =
            new ImmutableTypeInformation<>(EnrichedCandle.class, new EnrichedCandleSerializer());

    /** Bars with indicators, packed. */
    public static final TypeInformation<EnrichedBar> BAR =
            new ImmutableTypeInformation<>(EnrichedBar.class, new EnrichedBarSerializer());

    /** Seeds, as their JSON. */
    public static final TypeInformation<BarSeeds> SEEDS =
            new ImmutableTypeInformation<>(BarSeeds.class, new BarSeedsSerializer());

    /** Kafka records, field by field. */
    public static final TypeInformation<KafkaValue> KAFKA_VALUE = TypeInformation.of(KafkaValue.class);

    /** Documents, field by field. */
    public static final TypeInformation<Document> DOCUMENT =
            new ImmutableTypeInformation<>(Document.class, new DocumentSerializer());

    /** Dead letters, field by field. */
    public static final TypeInformation<DeadLetter> DEAD_LETTER = TypeInformation.of(DeadLetter.class);

    private RecordTypes() {}
}
