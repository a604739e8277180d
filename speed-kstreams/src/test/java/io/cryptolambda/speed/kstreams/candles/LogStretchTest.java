package io.cryptolambda.speed.kstreams.candles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class LogStretchTest {
    @Test
    void shouldGrowWhileTheLogHasNoHole() {
        LogStretch stretch = LogStretch.startingAt(7).read(8).read(9);

        assertThat(stretch).isEqualTo(new LogStretch(7, 10));
        assertThat(stretch.isHoleBefore(10)).isFalse();
    }

    @Test
    void shouldBeginAnewAfterAHole() {
        LogStretch stretch = LogStretch.startingAt(0).read(1);

        assertThat(stretch.isHoleBefore(3)).isTrue();
        assertThat(stretch.read(3)).isEqualTo(new LogStretch(3, 4));
    }

    @Test
    void shouldRefuseALogThatWentBack() {
        LogStretch stretch = LogStretch.startingAt(5).read(6);

        assertThatIllegalStateException().isThrownBy(() -> stretch.read(0)).withMessageContaining("--generation");
    }
}
