package io.zmq4j.patterns.freelance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Context;
import io.zmq4j.message.Message;
import io.zmq4j.patterns.agent.Soon;
import io.zmq4j.testkit.Ports;
import io.zmq4j.testkit.PythonPeer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** RFC 10 with libzmq at the other end. */
class FreelancePyzmqTest {
    private static final String SERVER = """
            import zmq
            server = zmq.Context().socket(zmq.ROUTER)
            port = server.bind_to_random_port("tcp://127.0.0.1")
            print(port)
            while True:
                client, control, *body = server.recv_multipart()
                if control == b"PING":
                    server.send_multipart([client, b"PONG"])
                else:
                    server.send_multipart([client, control] + [b"python: " + body[0]])
            """;

    /** Knows the server by its identity, which is its endpoint, as the guide's client does. */
    private static final String CLIENT = """
            import sys, time, zmq
            server = sys.argv[1].encode()
            client = zmq.Context().socket(zmq.ROUTER)
            client.connect(server)
            client.setsockopt(zmq.ROUTER_MANDATORY, 1)
            end = time.time() + 20
            while True:
                try:
                    client.send_multipart([server, b"PING"])
                    break
                except zmq.ZMQError:
                    assert time.time() < end
                    time.sleep(0.01)
            print(client.recv_multipart() == [server, b"PONG"])
            client.send_multipart([server, b"1", b"World"])
            print(client.recv_multipart()[1:])
            """;

    private final Context context = Context.create();

    @AfterEach
    void end() {
        context.close(Duration.ZERO);
    }

    @Test
    void ourClientAsksAServerInPython() {
        try (var python = new PythonPeer(SERVER)) {
            var endpoint = "tcp://127.0.0.1:" + python.nextLine(Soon.LIMIT);
            var client = FreelanceClient.start(context, List.of(endpoint), it -> it.ping(Duration.ofMillis(50)));

            assertThat(client.request("World", Soon.LIMIT).text()).isEqualTo("python: World");
            Soon.until("a PONG", () -> client.statistics().servers().get(endpoint) == ServerState.ALIVE);
            assertThat(client.statistics().malformed()).isZero();
        }
    }

    @Test
    void aClientInPythonKnowsOurServerByItsEndpoint() {
        var endpoint = Ports.tcpEndpoint();
        FreelanceServer.start(context, endpoint, request -> Message.of("Hello, " + request.text()));
        try (var python = new PythonPeer(CLIENT, endpoint)) {
            python.expectLine("True", Soon.LIMIT);
            python.expectLine("[b'1', b'Hello, World']", Soon.LIMIT);
            python.expectExit(Soon.LIMIT);
        }
    }
}
