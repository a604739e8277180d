package io.cryptolambda.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.ingest.binance.ExchangeUnavailable;
import org.junit.jupiter.api.Test;

class ExchangeAtStartTest {
    private int asked;

    @Test
    void shouldNotGiveUpWhereTheExchangeGivesNoAnswerForAWhile() throws InterruptedException {
        assertThat(ExchangeAtStart.ask(() -> answerAfter(9))).isEqualTo("symbols");
        assertThat(asked).isEqualTo(10);
    }

    @Test
    void shouldGiveUpInTheEnd() {
        assertThatThrownBy(() -> ExchangeAtStart.ask(() -> answerAfter(10))).isInstanceOf(ExchangeUnavailable.class);
        assertThat(asked).isEqualTo(10);
    }

    private String answerAfter(int failures) {
        if (asked++ < failures) {
            throw new ExchangeUnavailable("exchangeInfo", 8, "status 503");
        }
        return "symbols";
    }
}
