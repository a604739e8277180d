package io.cryptolambda.local.lambda.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortsTest {
    private final Ports ports = new Ports(9092, 9093, 9200, 9300, 9000, 8081, 6123, 8080, 9080, 9100);

    @Test
    void shouldNameThePortItsUserAndTheOptionThatChangesIt() {
        assertThat(ports.uses().get(0))
                .hasToString("port 9092 (Kafka) is taken; free it or choose another with --kafka-port");
    }

    @Test
    void shouldUseEachPortOnce() {
        assertThat(ports.uses()).extracting(Ports.Use::port).doesNotHaveDuplicates();
    }
}
