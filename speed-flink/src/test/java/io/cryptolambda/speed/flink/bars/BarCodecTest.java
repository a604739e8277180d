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

    @Test
    void shouldKeepBarsExactly() {
        long key = BarCodec.key(BAR.interval(), BAR.openTime());

        assertThat(BarCodec.decode(key, BarCodec.encode(BAR))).isEqualTo(BAR);
    }

    @Test
    void shouldKeepHeadsExactly() {
        SymbolHead head = new SymbolHead(1L << 52, true, List.of(BAR, BAR.in(Interval.ONE_DAY)));

        assertThat(BarCodec.decodeHead(BarCodec.encode(head))).isEqualTo(head);
    }

    @Test
    void shouldRefuseAFormatItDoesNotKnow() {
        byte[] later = BarCodec.encode(BAR);
        later[0] = 2;

        assertThatThrownBy(() -> BarCodec.decode(BarCodec.key(BAR.interval(), BAR.openTime()), later))
                .hasMessageContaining("format 2");
    }
}
