package io.zmq4j.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FragileLinkTest {
    private ServerSocket server;
    private FragileLink link;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        link = new FragileLink("tcp://127.0.0.1:" + server.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        server.close();
    }

    @Test
    void passesBytesBothWaysAndTheEndToo() throws IOException {
        try (Socket near = connect()) {
            near.getOutputStream().write(1);
            try (Socket far = accept()) {
                assertThat(far.getInputStream().read()).isEqualTo(1);
                far.getOutputStream().write(2);
                assertThat(near.getInputStream().read()).isEqualTo(2);
            }
            assertThat(near.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void somebodyMayReadAlong() throws IOException {
        var heard = new CopyOnWriteArrayList<String>();
        try (var tapped = new FragileLink(
                        "tcp://127.0.0.1:" + server.getLocalPort(),
                        (fromClient, bytes) -> heard.add(fromClient + " " + Arrays.toString(bytes)));
                Socket near =
                        new Socket("127.0.0.1", URI.create(tapped.endpoint()).getPort())) {
            near.setSoTimeout(10_000);
            near.getOutputStream().write(new byte[] {1, 2});
            try (Socket far = accept()) {
                assertThat(far.getInputStream().readNBytes(2)).containsExactly(1, 2);
                far.getOutputStream().write(3);
                assertThat(near.getInputStream().read()).isEqualTo(3);
            }
        }
        assertThat(heard).containsExactly("true [1, 2]", "false [3]");
    }

    @Test
    void connectionLostInSilenceNeverHearsAnythingAgain() throws IOException {
        try (Socket near = connect();
                Socket far = accept()) {
            near.getOutputStream().write(1);
            assertThat(far.getInputStream().read()).isEqualTo(1);
            link.goQuiet();
            near.getOutputStream().write(2);
            link.comeBack();
            near.getOutputStream().write(3);
            far.setSoTimeout(50);
            assertThatExceptionOfType(SocketTimeoutException.class)
                    .isThrownBy(() -> far.getInputStream().read());
        }
    }

    @Test
    void newConnectionWaitsUntilTheLinkIsBack() throws IOException {
        link.goQuiet();
        try (Socket near = connect()) {
            near.getOutputStream().write(1);
            server.setSoTimeout(50);
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> server.accept());
            link.comeBack();
            try (Socket far = accept()) {
                assertThat(far.getInputStream().read()).isEqualTo(1);
            }
        }
        assertThat(link.accepted()).isEqualTo(1);
    }

    private Socket connect() throws IOException {
        var socket = new Socket("127.0.0.1", URI.create(link.endpoint()).getPort());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private Socket accept() throws IOException {
        server.setSoTimeout(10_000);
        Socket socket = server.accept();
        socket.setSoTimeout(10_000);
        return socket;
    }
}
