package io.cryptolambda.e2e.fault;

import static io.cryptolambda.e2e.fault.ToldLog.openTime;
import static io.cryptolambda.e2e.fault.ToldLog.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.cryptolambda.core.MarketValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each invariant's check finds a made-up violation of it, and nothing where there is none. */
class InvariantChecksTest {
    private static final String HEALTHY =
            "{'ready':true,'lag':{'serving_ms':100},'processes':[{'name':'kafka','healthy':true}]}";
    private static final String PARITY = "{'parity':true,'compared':5,'equal':5,'newer':0,'awaiting':0}";

    private final List<String> found = new ArrayList<>();

    @Test
    void shouldFindThatACandleIsMissingInLogBatchViewOrMergedView() {
        Log log = new ToldLog().candle(0, "10").candle(1, "11").log();
        Map<Long, MarketValues> closed = Map.of(openTime(0), values("10"), openTime(1), values("11"));
        Set<Long> both = closed.keySet();

        complete(closed, log, both, both);
        assertThat(found).isEmpty();

        complete(closed, log, Set.of(openTime(0)), both);
        assertThat(found).singleElement().asString().contains("batch view");

        complete(closed, log, both, Set.of(openTime(1)));
        assertThat(found).hasSize(2).last().asString().contains("merged view");

        complete(closed, new ToldLog().candle(0, "10").log(), both, both);
        assertThat(found).hasSize(3).last().asString().contains("not in the log");

        complete(closed, new ToldLog().candle(0, "10").candle(1, "12").log(), both, both);
        assertThat(found).hasSize(4).last().asString().contains("not in the log as");

        complete(Map.of(), log, both, both);
        assertThat(found).hasSize(5);
    }

    @Test
    void shouldFindADocumentThatIsThereTwice() {
        unique(List.of("v-2026-01.r1", "v-2026-02.r1"), 2, List.of(1L, 2L));
        assertThat(found).isEmpty();

        unique(List.of("v-2026-01.r1", "v-2026-01.r2"), 2, List.of(1L, 2L));
        assertThat(found).singleElement().asString().contains("two indices");

        unique(List.of("v-2026-01.r1"), 3, List.of(1L, 2L));
        assertThat(found).hasSize(2).last().asString().contains("holds 3");

        unique(List.of("v-2026-01.r1"), 2, List.of(1L, 2L, 2L));
        assertThat(found).hasSize(3).last().asString().contains("twice");
    }

    @Test
    void shouldFindThatVerifyFoundADifferenceOrComparedNothing() {
        Parity.check(0, json(PARITY), false, found::add);
        assertThat(found).isEmpty();

        Parity.check(1, json(PARITY.replace("true", "false")), true, found::add);
        Parity.check(2, "", true, found::add);
        Parity.check(1, json(PARITY), true, found::add);
        Parity.check(0, json(PARITY.replace("'equal':5", "'equal':0")), true, found::add);
        assertThat(found).hasSize(4);
    }

    @Test
    void shouldLetDocumentsWaitForABatchRunOnlyUntilItHasBeen() {
        String awaiting = json(PARITY.replace("'awaiting':0", "'awaiting':3"));

        Parity.check(0, awaiting, true, found::add);
        assertThat(found).isEmpty();
        Parity.check(0, awaiting, false, found::add);
        assertThat(found).hasSize(1);
    }

    @Test
    void shouldNotCallRecoveredWhatIsUnwellOrBehind() {
        assertThat(recovered(HEALTHY, 30_000)).isTrue();
        assertThat(recovered(HEALTHY.replace("true", "false"), 30_000)).isFalse();
        assertThat(recovered(HEALTHY.replace("100", "5000"), 30_000)).isFalse();
        assertThat(recovered(HEALTHY.replace("100", "null"), 30_000)).isFalse();
        // At ten times real time 5 s are 50 s of the market.
        assertThat(recovered(HEALTHY, 109_000)).isTrue();
        assertThat(recovered(HEALTHY, 111_000)).isFalse();
        assertThat(Recovery.done(World.json(json(HEALTHY)), List.of("A", "B"), Map.of("A", 60_000L), 180_000, 10))
                .isFalse();
    }

    @Test
    void shouldFindEveryRecordThatHasNotItsOneOutput() {
        // Offsets: 0 taken, 1 a duplicate, 2 poison, 3 taken, 4 late.
        Log log = new ToldLog()
                .candle(0, "10")
                .candle(0, "10")
                .poison()
                .candle(2_000, "11")
                .candle(1, "12")
                .log();
        Map<String, Integer> taken = Map.of("2@0", 1, "2@3", 1);
        Map<String, Integer> late = Map.of("2@4", 1);
        Map<String, Integer> dead = Map.of("2@2", 1);

        assertThat(Accounts.wrong(log, new Outputs(taken, late, dead, late))).isEmpty();
        assertThat(Accounts.wrong(log, new Outputs(Map.of("2@0", 1), late, dead, late)))
                .hasSize(1);
        assertThat(Accounts.wrong(log, new Outputs(Map.of("2@0", 2, "2@3", 1), late, dead, late)))
                .hasSize(1);
        assertThat(Accounts.wrong(log, new Outputs(Map.of("2@0", 1, "2@1", 1, "2@3", 1), late, dead, late)))
                .hasSize(1);
        assertThat(Accounts.wrong(log, new Outputs(taken, late, Map.of(), late)))
                .hasSize(1);
        assertThat(Accounts.wrong(log, new Outputs(taken, late, Map.of("2@2", 2), late)))
                .hasSize(1);
        assertThat(Accounts.wrong(log, new Outputs(taken, late, dead, Map.of())))
                .hasSize(1);
        assertThat(Accounts.wrong(log, new Outputs(taken, Map.of(), dead, late)))
                .hasSize(1);
    }

    @Test
    void shouldFindThatHealthWasClaimedOfWhatStoodStill() {
        assertThat(HealthClaims.lies(World.json(json(HEALTHY)), "kafka")).hasSize(2);
        assertThat(HealthClaims.lies(World.json(json(HEALTHY.replace("'ready':true", "'ready':false"))), "kafka"))
                .hasSize(1);
        assertThat(HealthClaims.lies(World.json(json(HEALTHY.replace("'healthy':true", "'healthy':false"))), "kafka"))
                .hasSize(1);
        assertThat(HealthClaims.lies(World.json(json(HEALTHY.replace("true", "false"))), "kafka"))
                .isEmpty();
        assertThat(HealthClaims.lies(World.json(json(HEALTHY.replace("true", "false"))), "serving"))
                .hasSize(1);
    }

    @Test
    void shouldNotHoldUntilEachInvariantWasChecked() {
        Verdict verdict = new Verdict(line -> {});
        for (Invariant invariant : Invariant.values()) {
            assertThat(verdict.holds()).isFalse();
            verdict.check(invariant, against -> "");
        }
        assertThat(verdict.holds()).isTrue();

        verdict.check(Invariant.R4, against -> {
            throw new IllegalStateException("broken");
        });
        assertThat(verdict.holds()).isFalse();
    }

    private void complete(Map<Long, MarketValues> closed, Log log, Set<Long> batch, Set<Long> merged) {
        Completeness.check(ToldLog.SYMBOL, closed, log, batch, merged, found::add);
    }

    private void unique(List<String> indices, long held, List<Long> served) {
        Uniqueness.check("v", indices, held, Map.of("BTCUSDT", served), found::add);
    }

    private static boolean recovered(String status, long exchangeTime) {
        return Recovery.done(World.json(json(status)), List.of("A"), Map.of("A", 0L), exchangeTime + 60_000, 10);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
