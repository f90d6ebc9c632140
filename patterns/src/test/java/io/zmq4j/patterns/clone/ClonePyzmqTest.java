package io.zmq4j.patterns.clone;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.message.Frame;
import io.zmq4j.patterns.agent.Soon;
import io.zmq4j.testkit.PythonPeer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** RFC 12 with libzmq at the other end: a client, and a server, each in a few lines of Python. */
class ClonePyzmqTest {
    private static final String COMMON = """
            import struct, sys, uuid, zmq
            context = zmq.Context()
            def kv(key, number, identity, properties, value):
                return [key, struct.pack("!q", number), identity, properties, value]
            def wait(socket):
                if not socket.poll(20000):
                    sys.exit("nothing came")
                return socket.recv_multipart()
            """;

    private static final String CLIENT = COMMON + """
            snapshot_at, updates_at, collector_at, subtree = [a.encode() for a in sys.argv[1:]]
            updates = context.socket(zmq.SUB)
            updates.subscribe(subtree)
            updates.subscribe(b"HUGZ")
            updates.connect(updates_at)
            publisher = context.socket(zmq.PUB)
            publisher.connect(collector_at)
            assert wait(updates) == kv(b"HUGZ", 0, b"", b"", b"")
            snapshot = context.socket(zmq.DEALER)
            snapshot.connect(snapshot_at)
            snapshot.send_multipart([b"ICANHAZ?", subtree])
            entries, number = {}, 0
            while True:
                key, sequence, identity, properties, value = wait(snapshot)
                assert identity == b"" and properties == b""
                if key == b"KTHXBAI":
                    assert value == subtree
                    number = struct.unpack("!q", sequence)[0]
                    break
                entries[key] = value
            print("snapshot", number >= 2, sorted(entries.items()))
            sys.stdin.readline()
            mine = uuid.uuid4().bytes
            publisher.send_multipart(kv(subtree + b"python", 0, mine, b"ttl=0.2\\n", b"here"))
            seen = []
            while len(seen) < 3:
                key, sequence, identity, properties, value = wait(updates)
                if key != b"HUGZ":
                    assert struct.unpack("!q", sequence)[0] > number
                    number = struct.unpack("!q", sequence)[0]
                    if not seen or (key, value) != (seen[-1][0], seen[-1][3]): # what is acknowledged late comes twice
                        seen.append((key, identity == mine, properties, value))
            print("seen", seen)
            context.destroy(linger=1000)
            """;

    private static final String SERVER = COMMON + """
            snapshots, publisher, collector = context.socket(zmq.ROUTER), context.socket(zmq.PUB), context.socket(zmq.SUB)
            collector.subscribe(b"")
            ports = [s.bind_to_random_port("tcp://127.0.0.1") for s in (snapshots, publisher, collector)]
            print(*ports)
            entries, number = {b"old": b"value"}, 7
            poller = zmq.Poller()
            poller.register(snapshots, zmq.POLLIN)
            poller.register(collector, zmq.POLLIN)
            while True:
                ready = dict(poller.poll(50))
                if snapshots in ready:
                    peer, question, subtree = snapshots.recv_multipart()
                    assert question == b"ICANHAZ?"
                    for key, value in entries.items():
                        snapshots.send_multipart([peer] + kv(key, 0, b"", b"", value))
                    snapshots.send_multipart([peer] + kv(b"KTHXBAI", number, b"", b"", subtree))
                if collector in ready:
                    key, _, identity, properties, value = collector.recv_multipart()
                    number += 1
                    publisher.send_multipart(kv(key, number, identity, properties, value))
                    print("update", key.decode(), value.decode(), properties.decode().strip())
                publisher.send_multipart(kv(b"HUGZ", number, uuid.uuid4().bytes, b"", b""))
            """;

    private final Context context = Context.create();

    @AfterEach
    void end() {
        context.close(Duration.ZERO);
    }

    @Test
    void aClientInPythonGetsSnapshotAndUpdatesOfOurServerAndSetsAValueForATime() throws Exception {
        var server = CloneServer.start(context, CloneEndpoints.of("tcp://127.0.0.1:*"));
        var ours = CloneClient.start(context, List.of(server.endpoints()));
        ours.put("/a/tea", "42").get(20, TimeUnit.SECONDS);
        ours.put("/b/tea", "43").get(20, TimeUnit.SECONDS);
        var at = server.endpoints();
        try (var python = new PythonPeer(CLIENT, at.snapshot(), at.publisher(), at.collector(), "/a/")) {
            python.expectLine("snapshot True [(b'/a/tea', b'42')]", Soon.LIMIT);
            ours.put("/a/tea", "44").get(20, TimeUnit.SECONDS);
            python.sendLine("go on");

            Soon.until(
                    "Python's value",
                    () -> ours.get("/a/python").map(Frame::text).equals(Optional.of("here")));
            Soon.until("its end", () -> ours.get("/a/python").isEmpty());
            python.expectLine(
                    "seen [(b'/a/tea', False, b'', b'44'), (b'/a/python', True, b'ttl=0.2\\n', b'here'),"
                            + " (b'/a/python', False, b'', b'')]",
                    Soon.LIMIT);
            python.expectExit(Soon.LIMIT);
        }
    }

    @Test
    void ourClientFollowsAServerInPythonAndIsAcknowledgedByIt() throws Exception {
        try (var python = new PythonPeer(SERVER)) {
            var ports = python.nextLine(Soon.LIMIT).split(" ");
            var server = new CloneEndpoints(
                    "tcp://127.0.0.1:" + ports[0], "tcp://127.0.0.1:" + ports[1], "tcp://127.0.0.1:" + ports[2]);
            var client = CloneClient.start(context, List.of(server));
            assertThat(client.awaitReady(Soon.LIMIT)).isTrue();
            assertThat(client.get("old")).map(Frame::text).isEqualTo(Optional.of("value"));

            client.put("new", "1".getBytes(), Duration.ofSeconds(30)).get(20, TimeUnit.SECONDS);

            python.expectLine("update new 1 ttl=30", Soon.LIMIT);
            assertThat(client.map()).containsOnlyKeys("new", "old");
            assertThat(client.statistics().malformed()).isZero();
        }
    }
}
