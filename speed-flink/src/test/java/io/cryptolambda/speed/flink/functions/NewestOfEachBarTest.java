package io.cryptolambda.speed.flink.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.Bar;
import io.cryptolambda.core.EnrichedBar;
import io.cryptolambda.core.Indicator;
import io.cryptolambda.core.Indicators;
import io.cryptolambda.core.Interval;
import io.cryptolambda.core.LiveRecords;
import io.cryptolambda.speed.flink.CandleLog;
import io.cryptolambda.speed.flink.records.RecordTypes;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NewestOfEachBarTest {
    private static final Bar MINUTE =
            Bar.of(CandleLog.of(1, "BTCUSDT", 1, 20, 3, false).get(0).candle());
    private static final EnrichedBar HOUR = bar(Interval.ONE_HOUR, 1);
    private static final EnrichedBar HOUR_LATER = bar(Interval.ONE_HOUR, 4);
    private static final EnrichedBar FOUR_HOURS = bar(Interval.FOUR_HOURS, 2);
    private static final EnrichedBar DAY = bar(Interval.ONE_DAY, 3);
    private static final EnrichedBar LIVE_DAY = bar(Interval.ONE_DAY, 3, LiveRecords.MILLIS);

    private OneInputStreamOperatorTestHarness<EnrichedBar, EnrichedBar> harness;

    @BeforeEach
    void open() throws Exception {
        harness = new OneInputStreamOperatorTestHarness<>(new NewestOfEachBar());
        harness.setup(RecordTypes.BAR.createSerializer(new SerializerConfigImpl()));
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void shouldPassOnTheNewestOfEachInTheOrderOfTheirLastChange() throws Exception {
        process(HOUR, FOUR_HOURS, HOUR_LATER, DAY);

        assertThat(harness.extractOutputValues()).isEmpty();
        harness.setProcessingTime(10);
        assertThat(harness.extractOutputValues()).containsExactly(FOUR_HOURS, HOUR_LATER, DAY);
    }

    @Test
    void shouldPassOnWhatComesAfterwardsInItsTurn() throws Exception {
        process(HOUR);
        harness.setProcessingTime(10);
        process(HOUR_LATER);
        harness.setProcessingTime(20);

        assertThat(harness.extractOutputValues()).containsExactly(HOUR, HOUR_LATER);
    }

    @Test
    void shouldNotLetAnOlderStateTakeThePlaceOfANewer() throws Exception {
        process(HOUR_LATER, HOUR);
        harness.setProcessingTime(10);

        assertThat(harness.extractOutputValues()).containsExactly(HOUR_LATER);
    }

    @Test
    void shouldHoldNothingOverACheckpoint() throws Exception {
        process(HOUR, DAY);

        harness.prepareSnapshotPreBarrier(1);

        assertThat(harness.extractOutputValues()).containsExactly(HOUR, DAY);
    }

    @Test
    void shouldHoldNothingAtTheEnd() throws Exception {
        process(HOUR, DAY);

        harness.getOperator().finish();

        assertThat(harness.extractOutputValues()).containsExactly(HOUR, DAY);
    }

    @Test
    void shouldHoldLongerWhatIsReadToCatchUp() throws Exception {
        harness.setProcessingTime(LiveRecords.MILLIS);
        process(HOUR);
        harness.setProcessingTime(LiveRecords.MILLIS + 999);
        process(HOUR_LATER);
        assertThat(harness.extractOutputValues()).isEmpty();

        harness.setProcessingTime(LiveRecords.MILLIS + 1_000);
        assertThat(harness.extractOutputValues()).containsExactly(HOUR_LATER);
    }

    @Test
    void shouldNotLetALiveBarWaitForThoseThatAreNot() throws Exception {
        harness.setProcessingTime(LiveRecords.MILLIS);
        process(HOUR, LIVE_DAY);

        harness.setProcessingTime(LiveRecords.MILLIS + 10);
        assertThat(harness.extractOutputValues()).containsExactly(HOUR, LIVE_DAY);
        process(FOUR_HOURS);
        harness.setProcessingTime(LiveRecords.MILLIS + 1_000);
        assertThat(harness.extractOutputValues()).hasSize(2);
        harness.setProcessingTime(LiveRecords.MILLIS + 1_010);
        assertThat(harness.extractOutputValues()).hasSize(3);
    }

    private void process(EnrichedBar... bars) throws Exception {
        for (EnrichedBar bar : bars) {
            harness.processElement(new StreamRecord<>(bar));
        }
    }

    private static EnrichedBar bar(Interval interval, long asOf) {
        return bar(interval, asOf, 0);
    }

    private static EnrichedBar bar(Interval interval, long asOf, long asOfTime) {
        Indicators none = new Indicators(new double[Indicator.COUNT]);
        return new EnrichedBar("binance", "BTCUSDT", MINUTE.in(interval), false, none, asOf, asOfTime, 0, true);
    }
}
