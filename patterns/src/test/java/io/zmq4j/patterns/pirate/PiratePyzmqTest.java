package io.zmq4j.patterns.pirate;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.agent.Soon;
import io.zmq4j.testkit.PythonPeer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** RFC 6 with libzmq at the other end: a worker that behaves as the guide's does, which says nothing while it works. */
class PiratePyzmqTest {
    private static final String WORKER = """
            import sys, zmq
            worker = zmq.Context().socket(zmq.DEALER)
            worker.setsockopt(zmq.IDENTITY, b"python")
            worker.connect(sys.argv[1])
            worker.send(b"\\x01")
            heartbeats = 0
            while True:
                if worker.poll(50):
                    frames = worker.recv_multipart()
                    if frames == [b"\\x02"]:
                        heartbeats += 1
                        if heartbeats == 1:
                            print("heartbeat")
                    else:
                        worker.send_multipart(frames[:-1] + [frames[-1].upper()])
                worker.send(b"\\x02")
            """;

    private static final String QUEUE = """
            import zmq
            queue = zmq.Context().socket(zmq.ROUTER)
            print(queue.bind_to_random_port("tcp://127.0.0.1"))
            worker, said = queue.recv_multipart()
            assert said == b"\\x01", said
            queue.send_multipart([worker, b"client", b"", b"World"])
            frames = queue.recv_multipart()
            while frames[1:] == [b"\\x02"]:
                frames = queue.recv_multipart()
            print(frames[1:])
            # Says nothing any more: the worker is to begin anew.
            while True:
                other, said = queue.recv_multipart()[:2]
                if said == b"\\x01":
                    print("ready again", other != worker)
                    break
            """;

    private final Context context = Context.create();

    @AfterEach
    void end() {
        context.close(Duration.ZERO);
    }

    @Test
    void aWorkerInPythonAnswersByOurQueue() {
        var queue = PirateQueue.start(
                context,
                "tcp://127.0.0.1:*",
                "tcp://127.0.0.1:*",
                it -> it.heartbeat(Duration.ofMillis(100)).liveness(200));
        try (var python = new PythonPeer(WORKER, queue.workerEndpoint());
                var req = context.req()) {
            req.connect(queue.clientEndpoint());

            assertThat(req.request("World", Soon.LIMIT).text()).isEqualTo("WORLD");
            python.expectLine("heartbeat", Soon.LIMIT);
            assertThat(queue.statistics().malformed()).isZero();
        }
    }

    @Test
    void ourWorkerAnswersToAQueueInPythonAndBeginsAnewWhenThatIsSilent() {
        try (var python = new PythonPeer(QUEUE)) {
            var endpoint = "tcp://127.0.0.1:" + python.nextLine(Soon.LIMIT);
            PirateWorker.start(
                    context,
                    endpoint,
                    request -> Message.of("Hello, " + request.text()),
                    it -> it.heartbeat(Duration.ofMillis(100))
                            .liveness(10)
                            .reconnect(Duration.ofMillis(10), Duration.ofMillis(100)));

            python.expectLine("[b'client', b'', b'Hello, World']", Soon.LIMIT);
            python.expectLine("ready again True", Soon.LIMIT);
        }
    }
}
