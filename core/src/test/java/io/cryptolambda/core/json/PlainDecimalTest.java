package io.cryptolambda.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainDecimalTest {
    private static final String ALPHABET = "0123456789012345678901234567890123456789....-+eE x\u0663";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.00000000",
                "00.10",
                "1.",
                ".5",
                "42000.12000000",
                "-1.5",
                "+1.5",
                "1e3",
                "1E-8",
                "\u0663.5",
                "999999999999999999",
                "9999999999.99999999",
                "9223372036854775807",
                "99999999999999999999.99999999"
            })
    void shouldReadWhatJavaReads(String text) {
        assertThat(parse(text)).isEqualTo(new BigDecimal(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "-", "1.2.3", "1 ", " 1", "0x1", "1,5", "NaN", "1e", "1_0"})
    void shouldRefuseWhatJavaRefuses(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void shouldDoAsJavaDoesWithWhateverComes() {
        long seed = 3;
        Random random = new Random(seed);
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(24); text.length() < length; ) {
                text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            assertThat(outcome(text.toString(), false))
                    .as("seed %d, %s", seed, text)
                    .isEqualTo(outcome(text.toString(), true));
        }
    }

    private static Object outcome(String text, boolean javas) {
        try {
            return javas ? new BigDecimal(text) : parse(text);
        } catch (NumberFormatException e) {
            return "refused";
        }
    }

    private static BigDecimal parse(String text) {
        return PlainDecimal.parse(("<" + text + ">").toCharArray(), 1, text.length());
    }
}
