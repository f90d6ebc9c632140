package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.options.SocketOptions;
import io.zmq4j.security.Authenticator;
import io.zmq4j.testkit.PythonPeer;
import io.zmq4j.zmtp.mechanism.Plain;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a context serves, asked by pyzmq. */
class ServeStatisticsPyzmqTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String ASK = """
            import sys, zmq
            req = zmq.Context().socket(zmq.REQ)
            if len(sys.argv) > 2:
                req.plain_username, req.plain_password = sys.argv[2].encode(), sys.argv[3].encode()
            req.rcvtimeo = 20000
            req.connect(sys.argv[1])
            req.send_string("stats 1")
            stats = req.recv_json()
            print(stats["schema"], [(socket["type"], socket["name"]) for socket in stats["sockets"]])
            req.send_string("and what else?")
            print(list(req.recv_json()))
            """;

    private static final String ANSWER = "1 [('PUB', 'né \"😀\"')]";

    @RegisterExtension
    final Rig rig = new Rig();

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"tcp://127.0.0.1:*", "ipc://%s/stats"})
    void aReqGetsTheSnapshotAsJson(String endpoint) {
        var pub = rig.context().pub().named("né \"😀\"");
        var served = rig.context().serveStatistics(endpoint.formatted(directory));

        try (var python = new PythonPeer(ASK, served.uri())) {
            python.expectLine(ANSWER, PATIENCE);
            python.expectLine("['error']", PATIENCE);
            python.expectExit(PATIENCE);
            assertThat(pub.isClosed()).isFalse();
        }
    }

    @Test
    void whoHasThePasswordIsServedBeyondTheLoopback() {
        var pub = rig.context().pub().named("né \"😀\"");
        var served = rig.context().serveStatistics("tcp://*:*", router -> {
            router.set(SocketOptions.SECURITY, Plain.server());
            router.set(SocketOptions.ZAP_DOMAIN, "viewers");
        });
        try (var authenticator =
                Authenticator.start(rig.context(), rules -> rules.plain("viewers", Map.of("anna", "a secret")))) {
            authenticator.allow("127.0.0.1");
            try (var python = new PythonPeer(ASK, "tcp://127.0.0.1:" + served.port(), "anna", "a secret")) {
                python.expectLine("1 [('PUB', 'né \"😀\"'), ('REP', '')]", PATIENCE);
                assertThat(pub.isClosed()).isFalse();
            }
        }
    }
}
