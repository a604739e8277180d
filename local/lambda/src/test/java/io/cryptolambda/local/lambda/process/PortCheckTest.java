package io.cryptolambda.local.lambda.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortCheckTest {
    @Test
    void shouldSeeThatAPortIsTakenAndFreeAgain() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
            assertThat(PortCheck.free(port)).isFalse();
        }
        assertThat(PortCheck.free(port)).isTrue();
    }
}
