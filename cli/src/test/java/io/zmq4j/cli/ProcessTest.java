package io.zmq4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.testkit.Ports;
import io.zmq4j.testkit.PythonPeer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command as a process: against libzmq, and what the shell sees of it. */
@Timeout(20)
class ProcessTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    private final String endpoint = Ports.tcpEndpoint();

    @Test
    void repAnswersLibzmqsReq() throws Exception {
        try (var rep = ZmqProcess.zmq("rep", "-b", endpoint, "--echo", "-n", "2");
                var python = new PythonPeer("""
                        import sys, zmq
                        req = zmq.Context().socket(zmq.REQ)
                        req.connect(sys.argv[1])
                        req.send(b'Hello')
                        print(req.recv())
                        req.send_multipart([b'a', b'', b'\\xff'])
                        print(req.recv_multipart())
                        """, endpoint)) {
            python.expectLine("b'Hello'", SOON);
            python.expectLine("[b'a', b'', b'\\xff']", SOON);
            assertThat(rep.rest()).isEqualTo("Hello\na\t\t\\xff\n");
            assertThat(rep.exitCode()).isEqualTo(Exit.DONE);
        }
    }

    @Test
    void reqAsksLibzmqsRep() throws Exception {
        try (var python = new PythonPeer("""
                        import sys, zmq
                        rep = zmq.Context().socket(zmq.REP)
                        rep.bind(sys.argv[1])
                        while True:
                            rep.send(rep.recv().upper())
                        """, endpoint);
                var req = ZmqProcess.shell("printf 'one\\ntwo\\n' | zmq req -c " + endpoint)) {
            assertThat(req.rest()).isEqualTo("ONE\nTWO\n");
            assertThat(req.exitCode()).isEqualTo(Exit.DONE);
            assertThat(python.isAlive()).isTrue();
        }
    }

    @Test
    void pushFeedsLibzmqsPull() throws Exception {
        try (var push = ZmqProcess.shell("seq 1000 | zmq push -b " + endpoint);
                var python = new PythonPeer("""
                        import sys, zmq
                        pull = zmq.Context().socket(zmq.PULL)
                        pull.connect(sys.argv[1])
                        print(sum(int(pull.recv()) for _ in range(1000)))
                        """, endpoint)) {
            python.expectLine("500500", SOON);
            assertThat(push.rest()).isEmpty();
            assertThat(push.exitCode()).isEqualTo(Exit.DONE);
        }
    }

    @Test
    void subHearsLibzmqsPub() throws Exception {
        try (var python = new PythonPeer("""
                        import sys, zmq
                        pub = zmq.Context().socket(zmq.XPUB)
                        pub.bind(sys.argv[1])
                        print(pub.recv())
                        pub.send(b'italy goal')
                        pub.send(b'germany goal')
                        sys.stdin.readline()
                        """, endpoint);
                var sub = ZmqProcess.zmq("sub", "-c", endpoint, "-s", "germany", "-n", "1")) {
            python.expectLine("b'\\x01germany'", SOON);
            assertThat(sub.rest()).isEqualTo("germany goal\n");
            assertThat(sub.exitCode()).isEqualTo(Exit.DONE);
        }
    }

    @Test
    void pairTalksWithLibzmqLineByLine() throws Exception {
        try (var python = new PythonPeer("""
                        import sys, zmq
                        pair = zmq.Context().socket(zmq.PAIR)
                        pair.bind(sys.argv[1])
                        while True:
                            line = pair.recv()
                            print(line)
                            pair.send(b'got ' + line)
                        """, endpoint);
                var pair = ZmqProcess.zmq("pair", "-c", endpoint)) {
            for (var line : new String[] {"one", "two"}) {
                pair.type(line);
                python.expectLine("b'" + line + "'", SOON);
                assertThat(pair.nextLine()).isEqualTo("got " + line);
            }
            pair.interrupt();
            assertThat(pair.rest()).isEmpty();
            assertThat(pair.exitCode()).isEqualTo(Exit.INTERRUPTED);
        }
    }

    @Test
    void aClosedStdoutEndsItQuietly() throws Exception {
        var pull = "zmq pull -b " + endpoint + " | head -1; echo ${PIPESTATUS[0]}";
        try (var reader = ZmqProcess.shell(pull);
                var push = ZmqProcess.zmq("push", "-c", endpoint, "-n", "1000000", "task")) {
            assertThat(reader.rest()).isEqualTo("task\n" + Exit.OUTPUT_CLOSED + "\n");
            push.interrupt();
            assertThat(push.rest()).isEmpty();
        }
    }

    @Test
    void aPeerThatIsNotThereIsSaidOnceThenSeldomAndOnceWhenItComes() throws Exception {
        try (var push = ZmqProcess.zmq("push", "-c", endpoint, "-vvv", "-n", "1", "task")) {
            assertThat(push.nextLine()).startsWith("* connecting to " + endpoint);
            assertThat(push.nextLine()).startsWith("* cannot reach " + endpoint).endsWith("Connection refused");
            assertThat(push.nextLine())
                    .matches("\\* still cannot reach " + endpoint + ".*Connection refused, [0-9]+ tries in [1-9].* s");
            try (var pull = ZmqProcess.zmq("pull", "-b", endpoint, "-n", "1")) {
                String line = push.nextLine();
                while (!line.startsWith("* ready at")) {
                    assertThat(line).doesNotStartWith("* connecting to").doesNotStartWith("* cannot reach");
                    line = push.nextLine();
                }
                assertThat(line).matches(".*PULL over ZMTP 3.1, after [0-9]+ tries in .* s");
                assertThat(pull.nextLine()).isEqualTo("task");
            }
        }
    }

    @Test
    void sigintEndsAReceiverQuietlyWithCode130() throws Exception {
        try (var sub = ZmqProcess.zmq("sub", "-b", "tcp://127.0.0.1:*", "-c", endpoint)) {
            assertThat(sub.nextLine()).startsWith("zmq: listening at ");
            sub.interrupt();
            assertThat(sub.rest()).isEmpty();
            assertThat(sub.exitCode()).isEqualTo(Exit.INTERRUPTED);
        }
    }

    @Test
    void sigintEndsALingeringSender() throws Exception {
        try (var push = ZmqProcess.zmq("push", "-v", "-c", endpoint, "never taken")) {
            assertThat(push.nextLine()).startsWith("* ");
            push.interrupt();
            assertThat(push.rest()).doesNotContain("Exception", "zmq: ");
            assertThat(push.exitCode()).isEqualTo(Exit.INTERRUPTED);
        }
    }

    @Test
    void aServerInTheBackgroundServesOn() throws Exception {
        try (var both = ZmqProcess.shell("zmq rep -q -b " + endpoint + " -n 1 >/dev/null & zmq req -c " + endpoint
                + " --timeout 15 Hello; wait; echo $?")) {
            assertThat(both.rest()).isEqualTo("Hello\n0\n");
        }
    }

    @Test
    void theEndOfTheRepliesIsTold() throws Exception {
        try (var rep = ZmqProcess.shell("echo World | zmq rep -b " + endpoint + "; echo $?");
                var req = ZmqProcess.zmq("req", "-c", endpoint, "Hello")) {
            assertThat(req.rest()).isEqualTo("World\n");
            assertThat(rep.rest()).isEqualTo("Hello\nzmq: stdin has ended: 1 request was answered\n0\n");
        }
    }

    @Test
    void aCommandThatIsNotThereIsTold() throws Exception {
        try (var rep = ZmqProcess.zmq("rep", "-b", endpoint, "--command", "nosuchcommand", "-n", "1");
                var req = ZmqProcess.zmq("req", "-c", endpoint, "Hello")) {
            assertThat(req.rest()).isEqualTo("\n");
            assertThat(rep.rest()).contains("nosuchcommand", "zmq: the command ended with exit code 127; ");
            assertThat(rep.exitCode()).isEqualTo(Exit.DONE);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pub -b tcp://127.0.0.1:* -q news | 3 | nobody has subscribed: 1 message went nowhere",
                "push -c tcp://127.0.0.1:9 -5     | 64 | Unknown option: '-5'; what begins with a dash",
                "pusj -c tcp://127.0.0.1:9        | 64 | did you mean push?",
                "sub -c :9 -o RCVHMW=9            | 64 | the nearest are RCVHWM",
            })
    void aTrapIsALineAndAnExitCode(String arguments, int code, String line) throws Exception {
        try (var zmq = ZmqProcess.zmq(arguments.split(" "))) {
            assertThat(zmq.rest()).startsWith("zmq: ").contains(line).hasLineCount(1);
            assertThat(zmq.exitCode()).isEqualTo(code);
        }
    }

    @Test
    void aQueueConnectsClientsWithServersUntilInterrupted() throws Exception {
        var backend = Ports.tcpEndpoint();
        try (var queue = ZmqProcess.zmq("proxy", "queue", endpoint, "@" + backend);
                var rep = ZmqProcess.zmq("rep", "-c", backend, "--reply", "World", "-n", "2");
                var req = ZmqProcess.zmq("req", "-c", endpoint, "-n", "2", "Hello")) {
            assertThat(req.rest()).isEqualTo("World\nWorld\n");
            assertThat(rep.rest()).isEqualTo("Hello\nHello\n");
            queue.interrupt();
            assertThat(queue.rest()).isEqualTo("zmq: queue between " + endpoint + " and " + backend + "\n");
            assertThat(queue.exitCode()).isEqualTo(Exit.INTERRUPTED);
        }
    }
}
