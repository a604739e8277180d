package io.cryptolambda.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    @Test
    void shouldTellMedianAndRange() {
        assertThat(new Repeated(List.of(3.0, 1.0, 2.0)).toString()).isEqualTo("2.00 (1.00-3.00)");
        assertThat(new Repeated(List.of(1.0, 4.0)).median()).isEqualTo(2.5);
        assertThat(new Repeated(List.of(1.25)).toString()).isEqualTo("1.25");
        assertThatThrownBy(() -> new Repeated(List.of())).hasMessageContaining("nothing");
    }

    @Test
    void shouldAlignTheColumnsOfATable() {
        TextTable table = new TextTable("what", "s").add("ours", "1.25").add("a peer", "10");

        assertThat(table.toString())
                .isEqualTo(
                        """
                        | what   |    s |
                        |:-------|-----:|
                        | ours   | 1.25 |
                        | a peer |   10 |
                        """);
        assertThatThrownBy(() -> table.add("one")).hasMessageContaining("1 cells");
    }
}
