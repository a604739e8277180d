package io.cryptolambda.local.lambda.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class HealthProbeTest {
    /** As a process that was stopped: the system takes its connections, and nothing ever answers. */
    @Test
    void shouldNotCallHealthyWhatTakesConnectionsAndAnswersNothing() throws IOException {
        try (ServerSocket standing = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertThat(HealthProbe.kafka(standing.getLocalPort()).healthy()).isFalse();
            assertThat(HealthProbe.s3(standing.getLocalPort()).healthy()).isFalse();
        }
    }

    @Test
    void shouldCallHealthyWhatAnswers() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> answerOnce(server));
            answering.start();

            assertThat(HealthProbe.s3(server.getLocalPort()).healthy()).isTrue();

            answering.join();
        }
    }

    private static void answerOnce(ServerSocket server) {
        try (Socket client = server.accept()) {
            client.getInputStream().read();
            client.getOutputStream().write("HTTP/1.0 403 Forbidden\r\n\r\n".getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
