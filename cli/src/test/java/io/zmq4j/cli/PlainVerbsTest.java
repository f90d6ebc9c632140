package io.zmq4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.testkit.Ports;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The verbs that talk to what is no ZeroMQ. */
@Timeout(20)
class PlainVerbsTest {
    private final int port = Ports.freeTcpPort();

    private Socket connect() throws IOException {
        while (true) {
            try {
                return new Socket(InetAddress.getLoopbackAddress(), port);
            } catch (ConnectException e) {
                // It does not listen yet.
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void aStreamPrintsTheIdAndTheBytes() throws IOException {
        CompletableFuture<Run> stream = Run.started("stream", "-b", "tcp://127.0.0.1:" + port, "-n", "2");
        try (Socket plain = connect()) {
            plain.getOutputStream().write("hello".getBytes());
            assertThat(stream.join().out()).matches("(.+)\\t\\n\\1\\thello\\n");
        }
    }

    @Test
    void aDgramPrintsWhoSentIt() {
        CompletableFuture<Run> there = Run.started("dgram", "-b", "udp://127.0.0.1:" + port, "-n", "1");
        // What comes before it is bound is lost.
        while (!there.isDone()) {
            Run here = Run.zmq("dgram", "-b", "udp://127.0.0.1:*", "--send-only", "127.0.0.1:" + port, "hello");
            assertThat(here.code()).isEqualTo(Exit.DONE);
        }
        assertThat(there.join().out()).matches("127\\.0\\.0\\.1:\\d+\\thello\\n");
    }
}
