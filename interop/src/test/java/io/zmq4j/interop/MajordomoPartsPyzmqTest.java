package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.MajordomoBroker;
import io.zmq4j.patterns.majordomo.MajordomoClient;
import io.zmq4j.patterns.majordomo.MajordomoWorker;
import io.zmq4j.patterns.majordomo.ReplyParts;
import io.zmq4j.patterns.majordomo.StreamingHandler;
import io.zmq4j.patterns.majordomo.protocol.MdpVersion;
import io.zmq4j.testkit.PythonPeer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replies in parts, RFC 18, with programs in Python at each of the three places. */
class MajordomoPartsPyzmqTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BEAT = Duration.ofMillis(200);

    /** Sends as many parts as it is told, and then FINAL, or says nothing more. */
    private static final String WORKER = """
            import sys, time, zmq
            endpoint, name, parts, ends = sys.argv[1], sys.argv[2].encode(), int(sys.argv[3]), sys.argv[4] == "ends"
            dealer = zmq.Context().socket(zmq.DEALER)
            dealer.linger = 0
            dealer.connect(endpoint)
            dealer.send_multipart([b"MDPW02", b"\\x01", b"count"])
            print("ready", flush=True)
            while True:
                if dealer.poll(100):
                    header, command, *rest = dealer.recv_multipart()
                    assert header == b"MDPW02", header
                    if command == b"\\x02":
                        client, delimiter, *body = rest
                        assert delimiter == b""
                        for number in range(parts):
                            dealer.send_multipart([header, b"\\x03", client, b"", name, b"%d" % number])
                        if ends:
                            dealer.send_multipart([header, b"\\x04", client, b"", *body, b"end"])
                        print("worked", flush=True)
                dealer.send_multipart([b"MDPW02", b"\\x05"])
            """;

    private static final String CLIENT = """
            import sys, zmq
            dealer = zmq.Context().socket(zmq.DEALER)
            dealer.linger = 0
            dealer.connect(sys.argv[1])
            dealer.send_multipart([b"MDPC02", b"\\x01", b"count", b"job", b""])
            while True:
                assert dealer.poll(20000)
                header, command, service, *body = dealer.recv_multipart()
                assert header == b"MDPC02" and service == b"count", (header, service)
                print("part" if command == b"\\x02" else "last", body, flush=True)
                if command == b"\\x03":
                    break
            """;

    /** One worker and one client. */
    private static final String BROKER = """
            import sys, zmq
            router = zmq.Context().socket(zmq.ROUTER)
            router.linger = 0
            router.bind(sys.argv[1])
            print("bound", flush=True)
            worker, asked = None, []
            while True:
                sender, header, command, *rest = router.recv_multipart()
                if header == b"MDPC02":
                    assert command == b"\\x01"
                    asked.append((sender, rest))
                elif command == b"\\x01":
                    worker = sender
                elif command in (b"\\x03", b"\\x04"):
                    client, delimiter, *body = rest
                    assert delimiter == b""
                    router.send_multipart([client, b"MDPC02", b"\\x02" if command == b"\\x03" else b"\\x03", b"count", *body])
                if worker and asked:
                    client, (service, *body) = asked.pop()
                    router.send_multipart([worker, b"MDPW02", b"\\x02", client, b"", *body])
            """;

    private static final StreamingHandler OURS = (request, parts) -> {
        parts.accept(Message.of("ours", "0"));
        parts.accept(Message.of("ours", "1"));
        return request.append("end");
    };

    private final Context context = Context.create();
    private final ConcurrentLinkedQueue<Object> told = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        context.close(Duration.ofSeconds(5));
    }

    private final ReplyParts listener = new ReplyParts() {
        @Override
        public void part(Message body) {
            told.add(body);
        }

        @Override
        public void restart() {
            told.add("restart");
        }
    };

    private MajordomoBroker broker() {
        return MajordomoBroker.start(
                context, "tcp://127.0.0.1:*", it -> it.heartbeat(BEAT).liveness(100));
    }

    private MajordomoClient client(String endpoint) {
        return MajordomoClient.connect(context, endpoint, it -> it.version(MdpVersion.V0_2));
    }

    private static PythonPeer worker(String endpoint, String name, int parts, String end) {
        var worker = new PythonPeer(WORKER, endpoint, name, "" + parts, end);
        worker.expectLine("ready", PATIENCE);
        return worker;
    }

    @Test
    void theirWorkersPartsComeToOurClientInOrder() {
        try (var broker = broker();
                var theirs = worker(broker.endpoint(), "py", 3, "ends");
                var client = client(broker.endpoint())) {
            var reply = client.requestAsync("count", Message.of("job"), PATIENCE, listener);
            assertThat(reply).succeedsWithin(PATIENCE).isEqualTo(Message.of("job", "end"));
            assertThat(told).containsExactly(Message.of("py", "0"), Message.of("py", "1"), Message.of("py", "2"));
            theirs.expectLine("worked", PATIENCE);
        }
    }

    @Test
    void aWorkerOfTheirsThatDiesBetweenPartsIsFollowedByOurs() {
        try (var broker = broker();
                var theirs = worker(broker.endpoint(), "py", 1, "hangs");
                var client = client(broker.endpoint())) {
            var reply = client.requestAsync("count", Message.of("job"), PATIENCE, listener);
            theirs.expectLine("worked", PATIENCE);
            try (var ours = MajordomoWorker.startStreaming(context, broker.endpoint(), "count", OURS, it -> {})) {
                theirs.kill();
                assertThat(reply).succeedsWithin(PATIENCE).isEqualTo(Message.of("job", "end"));
                assertThat(told)
                        .containsExactlyElementsOf(List.of(
                                Message.of("py", "0"), "restart", Message.of("ours", "0"), Message.of("ours", "1")));
                assertThat(ours.statistics().requests()).isEqualTo(1);
            }
        }
    }

    @Test
    void ourWorkersPartsComeToTheirClient() {
        try (var broker = broker();
                var ours = MajordomoWorker.startStreaming(context, broker.endpoint(), "count", OURS, it -> {});
                var theirs = new PythonPeer(CLIENT, broker.endpoint())) {
            theirs.expectLine("part [b'ours', b'0']", PATIENCE);
            theirs.expectLine("part [b'ours', b'1']", PATIENCE);
            theirs.expectLine("last [b'job', b'', b'end']", PATIENCE);
            assertThat(ours.statistics().failed()).isZero();
        }
    }

    @Test
    void ourWorkerAndClientSpeakThroughTheirBroker(@TempDir Path directory) {
        String endpoint = "ipc://" + directory.resolve("broker");
        try (var broker = new PythonPeer(BROKER, endpoint)) {
            broker.expectLine("bound", PATIENCE);
            try (var ours = MajordomoWorker.startStreaming(context, endpoint, "count", OURS, it -> it.liveness(100));
                    var client = client(endpoint)) {
                var reply = client.requestAsync("count", Message.of("job"), PATIENCE, listener);
                assertThat(reply).succeedsWithin(PATIENCE).isEqualTo(Message.of("job", "end"));
                assertThat(told).containsExactly(Message.of("ours", "0"), Message.of("ours", "1"));
                assertThat(ours.statistics().dialogs()).isEqualTo(1);
            }
        }
    }
}
