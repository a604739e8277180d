package io.cryptolambda.batch.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChecksumTest {

    @Test
    void shouldNotDependOnOrder() {
        Checksum there = with(with(Checksum.NONE, "a", "{1}"), "b", "{2}");
        Checksum back = with(with(Checksum.NONE, "b", "{2}"), "a", "{1}");

        assertThat(there).isEqualTo(back);
        assertThat(with(Checksum.NONE, "a", "{1}").plus(with(Checksum.NONE, "b", "{2}")))
                .isEqualTo(there);
    }

    @Test
    void shouldTellOneChangedByteASwapAndADocumentTooMany() {
        Checksum sum = with(with(Checksum.NONE, "a", "{1}"), "b", "{2}");

        assertThat(with(with(Checksum.NONE, "a", "{1}"), "b", "{3}")).isNotEqualTo(sum);
        assertThat(with(with(Checksum.NONE, "a", "{2}"), "b", "{1}")).isNotEqualTo(sum);
        assertThat(with(with(sum, "c", "{}"), "c", "{}")).isNotEqualTo(sum);
        assertThat(with(Checksum.NONE, "a{", "1}")).isNotEqualTo(with(Checksum.NONE, "a", "{1}"));
    }

    private static Checksum with(Checksum sum, String id, String source) {
        byte[] bytes = source.getBytes(UTF_8);
        return sum.plus(id, bytes, 0, bytes.length);
    }
}
