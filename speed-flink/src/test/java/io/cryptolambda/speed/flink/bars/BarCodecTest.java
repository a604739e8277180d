package io.cryptolambda.speed.flink.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.MarketValues;
import io.cryptolambda.speed.flink.CandleLog;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarCodecTest {
    private static final Bar BAR = new Bar(
            Interval.FOUR_HOURS,
            Interval.FOUR_HOURS.openTime(CandleLog.START),
            CandleLog.START + 59_999,
            new MarketValues(
                    new BigDecimal("0.00000001"),
                    new BigDecimal("123456789.12345678"),
                    new BigDecimal("0.00000001"),
                    new BigDecimal("42"),
                    new BigDecimal("999999999999999999999999999999.99999999"),
                    BigDecimal.ZERO,
                    Long.MAX_VALUE,
                    new BigDecimal("1e20"),
                    BigDecimal.ZERO),
            240);

    private static final KnownBar KNOWN = new KnownBar(BAR, new AsOf(1L << 52, 1_704_067_260_123L));

    @Test
    void shouldKeepBarsExactly() {
        long key = BarCodec.key(BAR.interval(), BAR.openTime());

        assertThat(BarCodec.decode(key, BarCodec.encode(KNOWN))).isEqualTo(KNOWN);
    }

    @Test
    void shouldKeepCandlesExactly() {
        Bar minute = new Bar(Interval.ONE_MINUTE, CandleLog.START, CandleLog.START + 41_646, BAR.market(), 1);
        HeldCandle candle = new HeldCandle(minute, KNOWN.asOf(), 1L << 45);

        assertThat(BarCodec.decodeCandle(candle.openTime(), BarCodec.encode(candle)))
                .isEqualTo(candle);
    }

    @Test
    void shouldKeepHeadsExactly() {
        KnownBar day = new KnownBar(BAR.in(Interval.ONE_DAY), new AsOf(3, 5));
        SymbolHead head = new SymbolHead(
                1L << 52,
                7,
                new Foundation(1L << 50, "20240101T000000Z-ab12"),
                List.of(new LineHead(KNOWN, true, LineHead.NONE_FORGOTTEN), new LineHead(day, false, BAR.openTime())));

        assertThat(HeadCodec.decode(HeadCodec.encode(head))).isEqualTo(head);
        assertThat(HeadCodec.decode(HeadCodec.encode(SymbolHead.EMPTY))).isEqualTo(SymbolHead.EMPTY);
    }

    @Test
    void shouldRefuseAFormatItDoesNotKnow() {
        byte[] later = BarCodec.encode(KNOWN);
        later[0] = 3;

        assertThatThrownBy(() -> BarCodec.decode(BarCodec.key(BAR.interval(), BAR.openTime()), later))
                .hasMessageContaining("format 3");
    }
}
