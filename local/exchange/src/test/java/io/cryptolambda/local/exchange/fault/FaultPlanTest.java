package io.cryptolambda.local.exchange.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
    private static final long FROM = 1_704_067_200_000L;
    private static final long MINUTE = 60_000;
    private static final long TWO_DAYS = 2 * 1_440 * MINUTE;
    private static final Set<FaultKind> CHANGE_WHAT_IS_ASKED_FOR =
            EnumSet.of(FaultKind.LISTING, FaultKind.DELISTING, FaultKind.REISSUE);

    @Test
    void shouldBeAFunctionOfTheSeedHoweverTheTimeGoesOn() {
        assertThat(plan(7, MINUTE)).isEqualTo(plan(7, TWO_DAYS)).isNotEqualTo(plan(8, MINUTE));
    }

    @Test
    void shouldHaveEveryKindOfFaultThatLeavesTheSymbolsAsTheyAre() {
        Set<FaultKind> kinds = EnumSet.noneOf(FaultKind.class);
        for (long seed = 1; seed <= 5; seed++) {
            plan(seed, TWO_DAYS).forEach(fault -> kinds.add(fault.kind()));
        }

        assertThat(kinds).isEqualTo(EnumSet.complementOf(EnumSet.copyOf(CHANGE_WHAT_IS_ASKED_FOR)));
    }

    @Test
    void shouldLetSomethingGoWrongEverySevenMinutesOrSo() {
        assertThat(plan(1, MINUTE).size()).isBetween(2 * 1_440 / 9, 2 * 1_440 / 5);
    }

    private static List<Fault> plan(long seed, long step) {
        List<Fault> faults = new ArrayList<>();
        FaultPlan plan = new FaultPlan(seed, FROM, List.of("BTCUSDT", "ETHUSDT"), faults::add);
        for (long time = FROM; time <= FROM + TWO_DAYS; time += step) {
            plan.advance(time);
        }
        return faults;
    }
}
