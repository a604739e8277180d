package io.cryptolambda.e2e.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cryptolambda.e2e.fault.Relay.Condition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fault")
class RelayIT {
    private static final int SOON_MILLIS = 20_000;
    private static final int A_WHILE_MILLIS = 300;

    private ServerSocket echo;
    private Relay relay;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "echo");
        thread.setDaemon(true);
        thread.start();
        relay = new Relay(0, echo.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        relay.close();
        echo.close();
    }

    @Test
    void shouldPassOnBothWays() throws IOException {
        try (Socket client = connect()) {
            assertThat(answerTo(client, 7)).isEqualTo(7);
        }
    }

    @Test
    void shouldHoldBackWhileItIsHalfOpenAndDeliverAfterwards() throws IOException {
        try (Socket client = connect()) {
            relay.be(Condition.HALF_OPEN);
            client.getOutputStream().write(7);
            client.setSoTimeout(A_WHILE_MILLIS);
            InputStream in = client.getInputStream();
            assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);

            relay.be(Condition.WELL);

            client.setSoTimeout(SOON_MILLIS);
            assertThat(in.read()).isEqualTo(7);
        }
    }

    @Test
    void shouldCutConnectionsAndRefuseNewOnesUntilItIsWell() throws IOException {
        try (Socket client = connect()) {
            assertThat(answerTo(client, 7)).isEqualTo(7);
            relay.be(Condition.CUT);
            assertThat(isClosed(client)).isTrue();
            try (Socket refused = connect()) {
                assertThat(isClosed(refused)).isTrue();
            }
            relay.be(Condition.WELL);
            try (Socket again = connect()) {
                assertThat(answerTo(again, 8)).isEqualTo(8);
            }
        }
    }

    @Test
    void shouldDelay() throws IOException {
        relay.be(Condition.delayed(A_WHILE_MILLIS));
        try (Socket client = connect()) {
            long begin = System.nanoTime();
            assertThat(answerTo(client, 7)).isEqualTo(7);
            // There and back.
            assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(2 * A_WHILE_MILLIS * 1_000_000L);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), relay.port());
        socket.setSoTimeout(SOON_MILLIS);
        return socket;
    }

    private static int answerTo(Socket client, int question) throws IOException {
        client.getOutputStream().write(question);
        return client.getInputStream().read();
    }

    private static boolean isClosed(Socket client) {
        try {
            return client.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                Socket client = echo.accept();
                Thread thread = new Thread(() -> copy(client), "echo");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void copy(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            if (!client.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
