package io.cryptolambda.speed.flink.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.BarSeeds;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.EnrichedCandle;
import io.cryptolambda.core.json.EnrichedCandleJson;
import io.cryptolambda.speed.flink.CandleLog;
import io.cryptolambda.speed.flink.NaiveBars;
import io.cryptolambda.speed.flink.NaiveSeeds;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordTypesTest {
    private static final List<EnrichedCandle> LOG = CandleLog.of(1, "BTCUSDT", 200, 20, 3, true);

    @ParameterizedTest
    @MethodSource("all")
    void shouldNeverFallBackToKryo(TypeInformation<?> type) {
        SerializerConfigImpl config = new SerializerConfigImpl();
        config.setGenericTypes(false);

        assertThat(type.createSerializer(config).getClass().getName()).doesNotContain("Kryo");
    }

    static Stream<TypeInformation<?>> all() {
        return Stream.of(
                RecordTypes.CANDLE,
                RecordTypes.BAR,
                RecordTypes.SEEDS,
                RecordTypes.KAFKA_VALUE,
                RecordTypes.DOCUMENT,
                RecordTypes.DEAD_LETTER);
    }

    @Test
    void shouldTakeRecordsApartAsPojos() {
        assertThat(List.of(RecordTypes.KAFKA_VALUE, RecordTypes.DEAD_LETTER)).hasOnlyElementsOfType(PojoTypeInfo.class);
    }

    @Test
    void shouldCarryCandlesUnchanged() throws IOException {
        for (EnrichedCandle candle : LOG) {
            assertThat(carried(candle, RecordTypes.CANDLE)).isEqualTo(candle);
        }
    }

    @Test
    void shouldReadCandlesThatTheFormerVersionPutOnTheirWay() throws IOException {
        for (EnrichedCandle candle : LOG) {
            byte[] json = EnrichedCandleJson.write(candle);
            DataOutputSerializer out = new DataOutputSerializer(256);
            out.writeInt(json.length);
            out.write(json);

            assertThat(new EnrichedCandleSerializer().deserialize(new DataInputDeserializer(out.getCopyOfBuffer())))
                    .isEqualTo(candle);
        }
    }

    @Test
    void shouldCarryBarsUnchanged() throws IOException {
        for (EnrichedBar bar : NaiveBars.of(LOG).values()) {
            assertThat(carried(bar, RecordTypes.BAR)).isEqualTo(bar);
        }
    }

    @Test
    void shouldCarryDocumentsUnchangedOfTheFormerFormToo() throws IOException {
        TypeSerializer<Document> former =
                TypeInformation.of(Document.class).createSerializer(new SerializerConfigImpl());
        for (EnrichedBar bar : NaiveBars.of(LOG).values()) {
            Document document = Document.of(bar);
            DataOutputSerializer out = new DataOutputSerializer(256);
            former.serialize(document, out);

            assertThat(carried(document, RecordTypes.DOCUMENT))
                    .usingRecursiveComparison()
                    .isEqualTo(document);
            assertThat(new DocumentSerializer().deserialize(new DataInputDeserializer(out.getCopyOfBuffer())))
                    .usingRecursiveComparison()
                    .isEqualTo(document);
        }
    }

    @Test
    void shouldCarrySeedsUnchanged() throws IOException {
        for (BarSeeds seeds : NaiveSeeds.of(NaiveBars.candles(LOG), Long.MAX_VALUE, "run")) {
            assertThat(carried(seeds, RecordTypes.SEEDS)).isEqualTo(seeds);
        }
    }

    @Test
    void shouldCarryDeadLettersWithoutKeyOrValue() throws IOException {
        DeadLetter letter = new DeadLetter(new KafkaValue("topic", 3, 17, null, null), "value is missing");

        assertThat(carried(letter, RecordTypes.DEAD_LETTER)).isEqualTo(letter);
    }

    private static <T> T carried(T value, TypeInformation<T> type) throws IOException {
        TypeSerializer<T> serializer = type.createSerializer(new SerializerConfigImpl());
        DataOutputSerializer out = new DataOutputSerializer(256);
        serializer.serialize(value, out);
        return serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer()));
    }
}
