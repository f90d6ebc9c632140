package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.majordomo.BrokerCount;
import io.zmq4j.patterns.majordomo.MajordomoBroker;
import io.zmq4j.patterns.majordomo.MajordomoClient;
import io.zmq4j.patterns.majordomo.MajordomoWorker;
import io.zmq4j.patterns.titanic.Fsync;
import io.zmq4j.patterns.titanic.TitanicServer;
import io.zmq4j.testkit.PythonPeer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Majordomo and Titanic with programs in Python that behave as those of the guide: who may be whose client, worker or broker. */
class MajordomoPyzmqTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BEAT = Duration.ofMillis(200);

    /** Nobody is lost because the machine is busy. */
    private static final int LIVENESS = 25;

    /** A REQ per request, which is thrown away and made anew without a reply. */
    private static final String CLIENT = """
            import sys, zmq
            context = zmq.Context()
            endpoint, service = sys.argv[1], sys.argv[2].encode()
            def ask(service, *frames):
                for _ in range(20):
                    req = context.socket(zmq.REQ)
                    req.linger = 0
                    req.connect(endpoint)
                    req.send_multipart([b"MDPC01", service, *frames])
                    if req.poll(1000):
                        header, name, *body = req.recv_multipart()
                        assert header == b"MDPC01" and name == service, (header, name)
                        return body
                    req.close()
                raise SystemExit("no reply")
            """;

    private static final String ECHO_CLIENT = CLIENT + """
            for number in range(50):
                body = ask(service, b"%d" % number, b"")
                assert body == [b"%d" % number, b"", b"!"], body
            print(ask(b"mmi.service", service), ask(b"mmi.service", b"none"), ask(b"mmi.else", b"x"), flush=True)
            """;

    /** Heartbeats between two requests only: while it works it is silent, and deaf. */
    private static final String WORKER = """
            import sys, time, zmq
            context = zmq.Context()
            endpoint, service, beat, work = sys.argv[1], sys.argv[2].encode(), int(sys.argv[3]), float(sys.argv[4])
            def register():
                dealer = context.socket(zmq.DEALER)
                dealer.linger = 0
                dealer.connect(endpoint)
                dealer.send_multipart([b"", b"MDPW01", b"\\x01", service])
                return dealer
            dealer, liveness = register(), 3
            print("ready", flush=True)
            while True:
                if dealer.poll(beat):
                    empty, header, command, *rest = dealer.recv_multipart()
                    assert empty == b"" and header == b"MDPW01", (empty, header)
                    liveness = 3
                    if command == b"\\x02":
                        client, delimiter, *body = rest
                        assert delimiter == b""
                        time.sleep(work)
                        dealer.send_multipart([b"", b"MDPW01", b"\\x03", client, b"", *body, b"!"])
                        print("answered", flush=True)
                        continue
                    if command == b"\\x05":
                        dealer.close()
                        dealer = register()
                        continue
                else:
                    liveness -= 1
                    if liveness == 0:
                        dealer.close()
                        dealer, liveness = register(), 3
                        continue
                dealer.send_multipart([b"", b"MDPW01", b"\\x04"])
            """;

    /** Heartbeats for idle workers only, and no memory of what a worker has. */
    private static final String BROKER = """
            import collections, sys, time, zmq
            router = zmq.Context().socket(zmq.ROUTER)
            router.linger = 0
            router.bind(sys.argv[1])
            beat = int(sys.argv[2])
            waiting, idle, known = collections.defaultdict(list), collections.defaultdict(list), {}
            next_beat = time.monotonic()
            def dispatch(service):
                while waiting[service] and idle[service]:
                    client, body = waiting[service].pop(0)
                    router.send_multipart([idle[service].pop(0), b"", b"MDPW01", b"\\x02", client, b"", *body])
            print("bound", flush=True)
            while True:
                if router.poll(beat):
                    sender, empty, header, *rest = router.recv_multipart()
                    assert empty == b""
                    if header == b"MDPC01":
                        service, *body = rest
                        if service == b"mmi.service":
                            code = b"200" if body[0] in known.values() else b"404"
                            router.send_multipart([sender, b"", header, service, code])
                        else:
                            waiting[service].append((sender, body))
                            dispatch(service)
                    elif header == b"MDPW01":
                        command = rest[0]
                        if command == b"\\x01" and sender not in known:
                            known[sender] = rest[1]
                            idle[rest[1]].append(sender)
                            dispatch(rest[1])
                        elif command == b"\\x03" and sender in known:
                            client, delimiter, *body = rest[1:]
                            assert delimiter == b""
                            router.send_multipart([client, b"", b"MDPC01", known[sender], *body])
                            idle[known[sender]].append(sender)
                            dispatch(known[sender])
                        elif command == b"\\x05":
                            known.pop(sender, None)
                        elif command != b"\\x04" or sender not in known:
                            router.send_multipart([sender, b"", b"MDPW01", b"\\x05"])
                if time.monotonic() >= next_beat:
                    next_beat = time.monotonic() + beat / 1000
                    for workers in idle.values():
                        for worker in workers:
                            router.send_multipart([worker, b"", b"MDPW01", b"\\x04"])
            """;

    private static final String TITANIC_CLIENT = CLIENT + """
            import time
            status, uuid = ask(b"titanic.request", service, b"Hello")
            assert status == b"200" and len(uuid) == 32, (status, uuid)
            for _ in range(200):
                status, *body = ask(b"titanic.reply", uuid)
                if status == b"200":
                    break
                assert status == b"300", status
                time.sleep(0.05)
            assert body == [b"Hello", b"!"], body
            assert ask(b"titanic.close", uuid) == [b"200"]
            assert ask(b"titanic.reply", uuid)[0].startswith(b"400")
            print("done", flush=True)
            """;

    private final Context context = Context.create();

    @AfterEach
    void close() {
        context.close(Duration.ofSeconds(5));
    }

    private static PythonPeer worker(String endpoint, double seconds) {
        var worker = new PythonPeer(WORKER, endpoint, "echo", "" + BEAT.toMillis(), "" + seconds);
        worker.expectLine("ready", PATIENCE);
        return worker;
    }

    @Test
    void theirClientsAndWorkersWithOurBroker() {
        try (var broker = MajordomoBroker.start(
                        context, "tcp://127.0.0.1:*", it -> it.heartbeat(BEAT).liveness(LIVENESS));
                var theirWorker = worker(broker.endpoint(), 0);
                var theirClient = new PythonPeer(ECHO_CLIENT, broker.endpoint(), "echo")) {
            theirClient.expectLine("[b'200'] [b'404'] [b'501']", PATIENCE);
            try (var ourClient = MajordomoClient.connect(context, broker.endpoint())) {
                assertThat(ourClient.request("echo", Message.of("x", ""), PATIENCE))
                        .isEqualTo(Message.of("x", "", "!"));
            }
            theirWorker.kill();
            try (var ourWorker =
                            MajordomoWorker.start(context, broker.endpoint(), "echo", request -> request.append("!"));
                    var another = new PythonPeer(ECHO_CLIENT, broker.endpoint(), "echo")) {
                another.expectLine("[b'200'] [b'404'] [b'501']", PATIENCE);
                assertThat(ourWorker.statistics().requests()).isEqualTo(50);
            }
        }
    }

    @Test
    void ourClientsAndWorkersWithTheirBroker(@TempDir Path directory) {
        String endpoint = "ipc://" + directory.resolve("broker");
        try (var broker = new PythonPeer(BROKER, endpoint, "" + BEAT.toMillis())) {
            broker.expectLine("bound", PATIENCE);
            try (var client = MajordomoClient.connect(context, endpoint, it -> it.connections(4));
                    var slow = MajordomoWorker.start(
                            context,
                            endpoint,
                            "slow",
                            request -> {
                                // Longer than the broker may be silent when there is no work.
                                Thread.sleep(5 * BEAT.toMillis());
                                return request;
                            },
                            it -> it.heartbeat(BEAT).reconnect(BEAT));
                    var theirWorker = worker(endpoint, 0)) {
                var reply = client.requestAsync("slow", Message.of("x"), PATIENCE);
                for (int i = 0; i < 20; i++) {
                    assertThat(client.request("echo", Message.of("" + i), PATIENCE))
                            .isEqualTo(Message.of("" + i, "!"));
                }
                assertThat(client.hasService("echo", PATIENCE)).isTrue();
                assertThat(client.hasService("none", PATIENCE)).isFalse();
                assertThat(reply.join()).isEqualTo(Message.of("x"));
                assertThat(slow.statistics().dialogs()).isEqualTo(1);
                assertThat(theirWorker.isAlive()).isTrue();
            }
        }
    }

    @Test
    void theirWorkersMayWorkInSilenceIfOurBrokerIsTold() {
        try (var broker = MajordomoBroker.start(
                        context, "tcp://127.0.0.1:*", it -> it.heartbeat(BEAT).busyExpiry(PATIENCE));
                var worker = worker(broker.endpoint(), 1.0);
                var client = MajordomoClient.connect(context, broker.endpoint())) {
            assertThat(client.request("echo", Message.of("x"), PATIENCE)).isEqualTo(Message.of("x", "!"));
            assertThat(broker.statistics().count(BrokerCount.REDELIVERED)).isZero();
            worker.expectLine("answered", PATIENCE);
        }
    }

    @Test
    void aDeadWorkersRequestGoesToAnother() {
        try (var broker = MajordomoBroker.start(
                        context, "tcp://127.0.0.1:*", it -> it.heartbeat(BEAT).liveness(LIVENESS));
                var dying = worker(broker.endpoint(), 600);
                var client = MajordomoClient.connect(context, broker.endpoint())) {
            var reply = client.requestAsync("echo", Message.of("x"), PATIENCE);
            try (var other = worker(broker.endpoint(), 0)) {
                dying.kill();
                assertThat(reply.join()).isEqualTo(Message.of("x", "!"));
                other.expectLine("answered", PATIENCE);
            }
        }
    }

    @Test
    void theirClientsAndWorkersWithOurTitanic(@TempDir Path directory) throws IOException {
        try (var broker = MajordomoBroker.start(
                        context, "tcp://127.0.0.1:*", it -> it.heartbeat(BEAT).liveness(LIVENESS));
                var titanic = TitanicServer.start(context, broker.endpoint(), directory, it -> it.fsync(Fsync.NEVER));
                var worker = worker(broker.endpoint(), 0);
                var client = new PythonPeer(TITANIC_CLIENT, broker.endpoint(), "echo")) {
            client.expectLine("done", PATIENCE);
            worker.expectLine("answered", PATIENCE);
            assertThat(titanic.statistics().closed()).isEqualTo(1);
        }
    }
}
