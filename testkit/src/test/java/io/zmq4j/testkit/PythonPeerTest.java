package io.zmq4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PythonPeerTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @Test
    void linesGoBothWays() {
        try (var python = new PythonPeer("import sys\nprint(sys.argv[1])\nprint(input().upper())", "argument")) {
            python.expectLine("argument", SOON);
            python.sendLine("grüße");
            python.expectLine("GRÜSSE", SOON);
            python.expectExit(SOON);
        }
    }

    @Test
    void aWrongLineIsAFailureThatShowsStderr() {
        try (var python = new PythonPeer("import sys\nsys.exit('cannot go on')")) {
            assertThatThrownBy(() -> python.expectLine("ready", SOON))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContainingAll("exit code 1", "cannot go on");
        }
    }

    @Test
    void aProgramThatSaysNothingIsAFailureInTime() {
        try (var python = new PythonPeer("input()")) {
            assertThatThrownBy(() -> python.nextLine(Duration.ofMillis(50))).hasMessageContaining("no line within");
        }
    }

    @Test
    void killedIsGoneAtOnce() {
        try (var python = new PythonPeer("print('ready')\ninput()")) {
            python.expectLine("ready", SOON);
            python.kill();

            assertThat(python.isAlive()).isFalse();
        }
    }

    @Test
    void closeLeavesNobodyBehind() {
        var python = new PythonPeer("print('ready')\ninput()");
        python.expectLine("ready", SOON);
        python.close();

        assertThat(python.isAlive()).isFalse();
    }

    @Test
    void speaksToARawPeerThroughLibzmq() {
        var program = """
                import sys, zmq
                push = zmq.Context().socket(zmq.PUSH)
                push.connect(sys.argv[1])
                push.send(b'hello')
                input()
                """;
        try (var listener = RawListener.tcp();
                var python = new PythonPeer(program, listener.endpoint());
                var pull = listener.accept(SOON)) {
            pull.handshake("PULL");
            assertThat(pull.readFrame().text()).isEqualTo("hello");
            python.sendLine("done");
        }
    }
}
