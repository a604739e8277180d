package io.cryptolambda.local.lambda.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Whether a port of the loopback interface can be listened on. */
public final class PortCheck {
    private PortCheck() {}

    public static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
