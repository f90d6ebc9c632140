package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.Socket;
import io.zmq4j.testkit.Ports;
import io.zmq4j.testkit.PythonPeer;
import io.zmq4j.testkit.RawFrame;
import io.zmq4j.testkit.RawPeer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A socket's events in another process: pyzmq reads them as it reads those of its own sockets. */
class MonitorPyzmqTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    /** Prints each event: its name, its endpoint, its value. */
    private static final String READER = """
            import sys, zmq
            from zmq.utils.monitor import recv_monitor_message
            pair = zmq.Context().socket(zmq.PAIR)
            pair.rcvtimeo = 20000
            pair.ipv6 = sys.argv[1].startswith("tcp://[")
            pair.connect(sys.argv[1])
            while True:
                event = recv_monitor_message(pair)
                print(zmq.Event(event["event"]).name, event["endpoint"].decode(), event["value"])
                if event["event"] == zmq.EVENT_MONITOR_STOPPED:
                    break
            """;

    @RegisterExtension
    final Rig rig = new Rig();

    @ParameterizedTest
    @ValueSource(strings = {"tcp://127.0.0.1:*", "tcp://localhost:*", "tcp://[::1]:*", "ipc"})
    void pyzmqReadsTheEventsInAProcessOfItsOwn(String where) {
        PullSocket pull = rig.context().pull();
        String monitor = pull.monitor(where.equals("ipc") ? Ports.ipcEndpoint() : where, 0xFFFF);
        try (var python = new PythonPeer(READER, monitor)) {
            awaitReader(python, pull);
            String endpoint = pull.bind("tcp://127.0.0.1:*").uri();
            PushSocket push = rig.context().push();
            push.connect(endpoint);
            Rig.awaitPeer(pull);
            push.close();
            await(python, "DISCONNECTED " + endpoint + " 0");
            pull.close();
            await(python, "CLOSED " + endpoint + " 0");
            await(python, "MONITOR_STOPPED");
            python.expectExit(SOON);
        }
    }

    /** A value of more than 16 bits, in this machine's byte order. */
    @Test
    void aDelayOfMoreThanAMinuteArrivesAsThatNumber() {
        PushSocket push = rig.context().push();
        push.reconnectInterval(Duration.ofMillis(70_000));
        String monitor = push.monitor(Ports.ipcEndpoint(), 0xFFFF);
        try (var python = new PythonPeer(READER, monitor)) {
            awaitReader(python, push);
            String nobody = Ports.tcpEndpoint();
            push.connect(nobody);
            String[] event = await(python, "CONNECT_RETRIED " + nobody).split(" ");
            assertThat(Integer.parseInt(event[2])).isBetween(70_000, 140_000);
        }
    }

    @Test
    void aReaderThatTalksOrReadsNothingHarmsNobody() {
        PullSocket pull = rig.context().pull();
        String monitor = pull.monitor("tcp://127.0.0.1:*", 0xFFFF);
        try (RawPeer reader = RawPeer.connect(monitor).handshake("PAIR")) {
            reader.send(RawFrame.message(new byte[65]));
            reader.expectClosed(SOON);
        }
        try (RawPeer silent = RawPeer.connect(monitor).handshake("PAIR")) {
            awaitReader(silent);
            for (int i = 0; i < 1_200; i++) {
                pull.unbind(pull.bind("tcp://127.0.0.1:*").uri());
            }
            assertThat(silent.readFrame().hasMore()).isTrue();
        }
    }

    @Test
    void aWildcardPathIsTold() {
        PullSocket pull = rig.context().pull();
        String monitor = pull.monitor("ipc://*", 0xFFFF);

        assertThat(monitor).startsWith("ipc://").doesNotContain("*");
        try (RawPeer reader = RawPeer.connect(monitor).handshake("PAIR")) {
            awaitReader(reader);
            String endpoint = pull.bind("tcp://127.0.0.1:*").uri();
            assertThat(List.of(
                            reader.readFrame().body().length, reader.readFrame().body().length))
                    .containsExactly(6, endpoint.getBytes(StandardCharsets.UTF_8).length);
        }
    }

    /** What happens before is lost: the socket is bound and unbound until the reader has seen something of it. */
    private static void awaitReader(PythonPeer python, Socket watched) {
        var isThere = new AtomicBoolean();
        var busy = new Thread(() -> {
            while (!isThere.get()) {
                watched.unbind(watched.bind("ipc://*").uri());
                LockSupport.parkNanos(20_000_000);
            }
        });
        busy.start();
        try {
            python.nextLine(SOON);
        } finally {
            isThere.set(true);
            join(busy);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(SOON.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An answer to its PING says that its handshake is over on this side as well. */
    private static void awaitReader(RawPeer reader) {
        reader.send(RawFrame.command("PING", new byte[] {0, 0, 'h', 'i'}));
        reader.expect(RawFrame.command("PONG", new byte[] {'h', 'i'}));
    }

    /** What it prints first that begins so. */
    private static String await(PythonPeer python, String line) {
        String next;
        do {
            next = python.nextLine(SOON);
        } while (!next.startsWith(line));
        return next;
    }
}
