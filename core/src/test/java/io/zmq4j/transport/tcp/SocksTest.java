package io.zmq4j.transport.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Binding;
import io.zmq4j.Connection;
import io.zmq4j.Context;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections through a proxy that is played by the test. */
class SocksTest {
    private static final Duration IN_TIME = Duration.ofSeconds(20);

    private final Context context = Context.create();
    private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

    /** What the proxy was asked to connect to. */
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() throws Exception {
        context.close(Duration.ZERO);
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private interface Manner {
        void talk(Socket client) throws IOException;
    }

    private String proxy(Manner manner) throws IOException {
        var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        open.add(server);
        background(() -> {
            while (true) {
                Socket client = server.accept();
                open.add(client);
                background(() -> manner.talk(client));
            }
        });
        return "127.0.0.1:" + server.getLocalPort();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void background(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // The test, or a peer, has ended.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    /** RFC 1928, and RFC 1929 if there is a password. */
    private void serve(Socket client, String login) throws IOException {
        var in = new DataInputStream(client.getInputStream());
        OutputStream out = client.getOutputStream();
        in.readByte();
        in.readNBytes(in.readByte());
        if (login.isEmpty()) {
            out.write(new byte[] {5, 0});
        } else {
            out.write(new byte[] {5, 2});
            in.readByte();
            String said = text(in, in.readByte()) + ":" + text(in, in.readByte());
            out.write(new byte[] {1, (byte) (said.equals(login) ? 0 : 1)});
        }
        in.readNBytes(3);
        String host = in.readByte() == 3
                ? text(in, in.readByte())
                : InetAddress.getByAddress(in.readNBytes(4)).getHostAddress();
        int port = in.readUnsignedShort();
        asked.add(host + ":" + port);
        var target = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(target);
        // In two parts, as a network may deliver it.
        out.write(new byte[] {5, 0, 0});
        out.flush();
        out.write(new byte[] {1, 127, 0, 0, 1, 1, 1});
        background(() -> pass(target.getInputStream(), out));
        pass(in, target.getOutputStream());
    }

    private static String text(DataInputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static void pass(InputStream from, OutputStream to) throws IOException {
        from.transferTo(to);
    }

    @Test
    void messagesGoThroughTheProxyWhichIsTheOneToLookTheNameUp() throws IOException {
        String proxy = proxy(client -> serve(client, ""));
        var pull = context.pull();
        Binding door = pull.bind("tcp://127.0.0.1:*");
        var push = context.push().socksProxy(proxy);

        push.connect("tcp://inside.example:" + door.port());
        push.send("through");

        assertThat(pull.receive(IN_TIME).orElseThrow().text()).isEqualTo("through");
        assertThat(asked).containsExactly("inside.example:" + door.port());
    }

    @Test
    void theProxyIsToldNameAndPassword() throws IOException {
        String proxy = proxy(client -> serve(client, "ann:secret"));
        var pull = context.pull();
        Binding door = pull.bind("tcp://127.0.0.1:*");
        var push = context.push().socksProxy(proxy).socksUsername("ann").socksPassword("secret");

        push.connect(door);
        push.send("through");

        assertThat(pull.receive(IN_TIME).orElseThrow().text()).isEqualTo("through");
        assertThat(asked).containsExactly("127.0.0.1:" + door.port());
    }

    @Test
    void aRefusalIsTheConnectionsLastError() throws IOException {
        String proxy = proxy(client -> serve(client, "ann:secret"));
        var push = context.push().socksProxy(proxy).socksUsername("ann").socksPassword("wrong");
        Connection line = push.connect("tcp://127.0.0.1:1");

        awaitError(line, "does not accept the name and password");
    }

    @Test
    void aProxyThatSaysNothingIsGivenUpInTime() throws IOException {
        String proxy = proxy(client -> client.getInputStream().transferTo(OutputStream.nullOutputStream()));
        var push = context.push().socksProxy(proxy).handshakeInterval(Duration.ofMillis(50));
        Connection line = push.connect("tcp://127.0.0.1:1");

        awaitError(line, "timed out");
    }

    @Test
    void aProxyThatHangsUpIsTriedAgain() throws IOException {
        String proxy = proxy(Socket::close);
        var push = context.push().socksProxy(proxy);
        Connection line = push.connect("tcp://127.0.0.1:1");

        awaitError(line, "proxy");
    }

    @Test
    void whatIsNoProxyIsSaidSo() throws IOException {
        String proxy =
                proxy(client -> client.getOutputStream().write("SSH-2.0\r\n".getBytes(StandardCharsets.US_ASCII)));
        var push = context.push().socksProxy(proxy);
        Connection line = push.connect("tcp://127.0.0.1:1");

        awaitError(line, "no SOCKS5 proxy");
    }

    @Test
    void aProxyThatSaysConnectedAndIsNotIsFoundOutByTheGreeting() throws IOException {
        byte[] connected = {5, 0, 5, 0, 0, 1, 0, 0, 0, 0, 0, 0};
        String proxy = proxy(client -> {
            client.getOutputStream().write(connected);
            client.getOutputStream().write("HTTP/1.1 502 Bad Gateway\r\n".getBytes(StandardCharsets.US_ASCII));
        });
        var push = context.push().socksProxy(proxy);
        Connection line = push.connect("tcp://127.0.0.1:1");

        awaitError(line, "no ZMTP greeting");
    }

    private static void awaitError(Connection line, String words) {
        long deadline = System.nanoTime() + IN_TIME.toNanos();
        while (!line.lastError().orElse("").contains(words)) {
            assertThat(System.nanoTime()).as("in time, of %s", line.lastError()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}
