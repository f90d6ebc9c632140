package programs.option;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import programs.Expect;

/** A peer that no longer answers heartbeats is given up, and the connection tried again.\n * JeroMQ does not always try again. */
public final class Heartbeat {
    private Heartbeat() {}

    public static void main(String[] args) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                ZMQ.Context context = ZMQ.context(1);
                ZMQ.Socket dealer = context.socket(SocketType.DEALER)) {
            dealer.setHeartbeatIvl(30);
            dealer.setHeartbeatTimeout(60);
            dealer.setHeartbeatTtl(1000);
            dealer.setReconnectIVL(10);
            dealer.setLinger(0);
            dealer.connect("tcp://127.0.0.1:" + silent.getLocalPort());
            int connections = Expect.onJeroMq() ? 1 : 2;
            for (int i = 0; i < connections; i++) {
                try (java.net.Socket connection = silent.accept()) {
                    connection.setSoTimeout(20_000);
                    greet(connection);
                    byte[] ping = {4, 7, 4, 'P', 'I', 'N', 'G', 0, 10};
                    Expect.equal(ping, connection.getInputStream().readNBytes(ping.length));
                    while (connection.getInputStream().read() >= 0) {
                        // What else it sends before it gives up.
                    }
                }
            }
        }
    }

    /** A ZMTP 3.1 greeting, then READY of a ROUTER; reads the same of the other side. */
    private static void greet(java.net.Socket connection) throws IOException {
        byte[] greeting = new byte[64];
        greeting[0] = (byte) 0xff;
        greeting[9] = 0x7f;
        greeting[10] = 3;
        greeting[11] = 1;
        System.arraycopy("NULL".getBytes(ZMQ.CHARSET), 0, greeting, 12, 4);
        connection.getOutputStream().write(greeting);
        connection.getInputStream().readNBytes(64);
        byte[] ready = "\u0005READY\u000bSocket-Type\u0000\u0000\u0000\u0006ROUTER".getBytes(ZMQ.CHARSET);
        connection.getOutputStream().write(new byte[] {4, (byte) ready.length});
        connection.getOutputStream().write(ready);
        Expect.equal(4, connection.getInputStream().read());
        connection.getInputStream().readNBytes(connection.getInputStream().read());
    }
}
