package io.zmq4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.zmq4j.testkit.Ports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verbs against each other, in one virtual machine. */
@Timeout(20)
class VerbsTest {
    private final String endpoint = Ports.ipcEndpoint();

    @Test
    void eachLineOfStdinIsPushedAndPrintedByPull() {
        var pull = Run.started("pull", "-b", endpoint, "-n", "3");
        var push = Run.fed("one\n\nthree", "push", "-c", endpoint);
        assertThat(push).isEqualTo(new Run(Exit.DONE, "", ""));
        assertThat(pull.join()).isEqualTo(new Run(Exit.DONE, "one\n\nthree\n", ""));
    }

    @Test
    void aThousandTasksArriveInOrder() {
        var tasks =
                IntStream.range(0, 1000).mapToObj(n -> "task2---" + n + "\n").collect(Collectors.joining());
        var push = Run.startedWith(new ByteArrayInputStream(tasks.getBytes(UTF_8)), false, "push", "-b", endpoint);
        assertThat(Run.zmq("pull", "-c", endpoint, "-n", "1000").out()).isEqualTo(tasks);
        assertThat(push.join()).isEqualTo(new Run(Exit.DONE, "", ""));
    }

    @Test
    void argumentsAreTheFramesOfOneMessageSentAsOftenAsAsked() {
        var pull = Run.started("pull", "-b", endpoint, "-n", "2");
        Run.zmq("push", "-c", endpoint, "-n", "2", "a", "", "b\tc");
        assertThat(pull.join().out()).isEqualTo("a\t\tb\\x09c\n".repeat(2));
    }

    @Test
    void whatComesAfterTwoDashesIsAFrame() {
        var pull = Run.started("pull", "-b", endpoint, "-n", "1");
        Run.zmq("push", "-c", endpoint, "-", "--", "-5", "--timeout", "--");
        assertThat(pull.join().out()).isEqualTo("-\t-5\t--timeout\t--\n");
    }

    @Test
    void messagesGoOutAtTheirInterval() {
        var pull = Run.started("pull", "-b", endpoint, "-n", "4");
        long start = System.nanoTime();
        Run.zmq("push", "-c", endpoint, "-n", "4", "-i", "0.1", "tick");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(pull.join().out()).isEqualTo("tick\n".repeat(4));
    }

    @Test
    void messagesArePrintedAsJson() {
        var pull = Run.started("pull", "-b", endpoint, "-n", "1", "--format", "jsonl");
        Run.zmq("push", "-c", endpoint, "a", "\"");
        assertThat(pull.join().out()).isEqualTo("[\"a\",\"\\\"\"]\n");
    }

    @Test
    void messagesArePrintedAsTheyAre() {
        var pull = Run.started("pull", "-b", endpoint, "-n", "2", "--format", "raw");
        Run.fed("a\t\u0001\nb", "push", "-c", endpoint, "-n", "2", "--input", "raw");
        Run.zmq("push", "-c", endpoint, "c", "d");
        assertThat(pull.join().out()).isEqualTo("a\t\u0001\nbcd");
    }

    @Test
    void whatIsPrintedAsTextIsReadAsText() {
        var printed = "a\t\\x00\\xff\t\n\\x5cx41\n";
        var pull = Run.started("pull", "-b", endpoint, "-n", "3");
        Run.fed(printed, "push", "-c", endpoint, "--input", "text");
        Run.zmq("push", "-c", endpoint, "--input", "text", "\\x01", "b");
        assertThat(pull.join().out()).isEqualTo(printed + "\\x01\tb\n");
    }

    @Test
    void jsonIsReadAsMessages() {
        var pull = Run.started("pull", "-b", endpoint, "-n", "1");
        Run.fed("[\"a\",\"\\u00e9\"]\n", "push", "-c", endpoint, "--input", "jsonl");
        assertThat(pull.join().out()).isEqualTo("a\té\n");
    }

    @Test
    void pubWaitsForASubscriberAndSubHearsItsTopicsOnly() {
        var sub = Run.started("sub", "-c", endpoint, "-s", "netherlands", "-s", "germany", "-n", "2");
        var lines = "italy goal\nnetherlands goal\nspain foul\ngermany corner\n";
        var pub = Run.fed(lines, "pub", "-b", endpoint, "--wait-for-peer");
        assertThat(pub.code()).isEqualTo(Exit.DONE);
        assertThat(sub.join().out()).isEqualTo("netherlands goal\ngermany corner\n");
    }

    @Test
    void whoPublishesToNobodyIsTold() {
        assertThat(Run.fed("one\ntwo\n", "pub", "-b", endpoint))
                .isEqualTo(
                        new Run(
                                Exit.NOBODY_LISTENS,
                                "",
                                "zmq: nobody has subscribed: 2 messages went nowhere; --wait-for-peer waits for a subscriber\n"));
        assertThat(Run.zmq("xpub", "-b", endpoint, "--send-only", "news").code())
                .isEqualTo(Exit.NOBODY_LISTENS);
        assertThat(Run.zmq("pub", "-b", endpoint)).isEqualTo(new Run(Exit.DONE, "", ""));
    }

    @Test
    void whoPublishesWhatNobodyWantsIsToldToo() {
        var sub = Run.started("sub", "-c", endpoint, "-s", "netherlands", "-n", "1");
        assertThat(Run.zmq("pub", "-b", endpoint, "--wait-for-peer", "italy goal"))
                .isEqualTo(new Run(
                        Exit.NOBODY_LISTENS,
                        "",
                        "zmq: nobody has subscribed to any of this: 1 message went nowhere\n"));
        assertThat(Run.zmq("pub", "-b", endpoint, "--wait-for-peer", "netherlands goal")
                        .code())
                .isEqualTo(Exit.DONE);
        assertThat(sub.join().out()).isEqualTo("netherlands goal\n");
    }

    @Test
    void subHearsEverythingWhenItNamesNothing() {
        var sub = Run.started("sub", "-c", endpoint, "-n", "1");
        Run.zmq("pub", "-b", endpoint, "--wait-for-peer", "anything");
        assertThat(sub.join().out()).isEqualTo("anything\n");
    }

    @Test
    void xpubPrintsSubscriptionsAndXsubSendsThem() {
        var xpub = Run.started("xpub", "-b", endpoint, "-n", "1", "--wait-for-peer", "topic 1");
        var xsub = Run.zmq("xsub", "-c", endpoint, "-s", "topic", "-n", "1");
        assertThat(xsub.out()).isEqualTo("topic 1\n");
        assertThat(xpub.join().out()).isEqualTo("\\x01topic\n");
    }

    @Test
    void repEchoesAndPrintsWhatItIsAsked() {
        var rep = Run.started("rep", "-b", endpoint, "--echo", "-n", "2");
        assertThat(Run.fed("one\ntwo\n", "req", "-c", endpoint)).isEqualTo(new Run(Exit.DONE, "one\ntwo\n", ""));
        assertThat(rep.join()).isEqualTo(new Run(Exit.DONE, "one\ntwo\n", ""));
    }

    @Test
    void repAnswersWithAText() {
        var rep = Run.started("rep", "-b", endpoint, "--reply", "World", "-n", "3");
        assertThat(Run.zmq("req", "-c", endpoint, "-n", "3", "Hello").out()).isEqualTo("World\n".repeat(3));
        assertThat(rep.join().out()).isEqualTo("Hello\n".repeat(3));
    }

    @Test
    void repAnswersWithWhatACommandPrints() {
        var rep = Run.started("rep", "-b", endpoint, "--command", "tr a-z A-Z; echo", "-n", "1");
        assertThat(Run.zmq("req", "-c", endpoint, "hello").out()).isEqualTo("HELLO\n");
        assertThat(rep.join().code()).isEqualTo(Exit.DONE);
    }

    @Test
    void repAnswersWithLinesOfStdinAndEndsWithThem() {
        var in = new ByteArrayInputStream("first\nsecond\n".getBytes(UTF_8));
        var rep = Run.startedWith(in, false, "rep", "-b", endpoint);
        assertThat(Run.zmq("req", "-c", endpoint, "-n", "2", "next?").out()).isEqualTo("first\nsecond\n");
        assertThat(rep.join())
                .isEqualTo(new Run(Exit.DONE, "next?\nnext?\n", "zmq: stdin has ended: 2 requests were answered\n"));
    }

    @Test
    void repWithAnEmptyStdinServesOnAndAnswersWithWhatItIsAsked() {
        var rep = Run.started("rep", "-b", endpoint, "-n", "3");
        assertThat(Run.zmq("req", "-c", endpoint, "-n", "3", "Hello").out()).isEqualTo("Hello\n".repeat(3));
        assertThat(rep.join())
                .isEqualTo(new Run(
                        Exit.DONE,
                        "Hello\n".repeat(3),
                        "zmq: stdin has no line: each request is answered with itself, as by --echo\n"));
    }

    @Test
    void whatAFailedCommandPrintedIsTheReplyAndItsExitCodeIsTold() {
        var rep = Run.started("rep", "-b", endpoint, "--command", "echo so far; exit 3", "-n", "1");
        assertThat(Run.zmq("req", "-c", endpoint, "hello").out()).isEqualTo("so far\n");
        assertThat(rep.join())
                .isEqualTo(
                        new Run(
                                Exit.DONE,
                                "hello\n",
                                "zmq: the command ended with exit code 3; what it printed is the reply, --strict would give up\n"));
    }

    @Test
    void whatAFailedCommandPrintedIsNoReplyToTheStrict() {
        var rep = Run.started("rep", "-b", endpoint, "--command", "echo so far; exit 3", "--strict");
        var req = Run.zmq("req", "-c", endpoint, "--timeout", "5", "--linger", "0", "hello");
        assertThat(req.code()).isEqualTo(Exit.TIMED_OUT);
        assertThat(rep.join())
                .isEqualTo(new Run(
                        Exit.ERROR,
                        "",
                        "zmq: the command ended with exit code 3: with --strict, what it printed is no reply\n"));
    }

    @Test
    void aRequestWithoutReplyTimesOut() {
        var req = Run.zmq("req", "-c", endpoint, "--timeout", "0.2", "--linger", "0", "Hello");
        assertThat(req.code()).isEqualTo(Exit.TIMED_OUT);
        assertThat(req.err())
                .startsWith("zmq: timed out: no message within 0.2 s")
                .hasLineCount(1);
    }

    @Test
    void aRequestIsRepeatedUntilAServerIsThere() {
        var req = Run.started("req", "-c", endpoint, "--timeout", "0.3", "--retries", "50", "Hello");
        var rep = Run.zmq("rep", "-b", endpoint, "--reply", "World", "-n", "1");
        assertThat(req.join()).isEqualTo(new Run(Exit.DONE, "World\n", ""));
        assertThat(rep.out()).isEqualTo("Hello\n");
    }

    @Test
    void aRequestIsGivenUpAfterItsRetries() {
        var req = Run.zmq("req", "-c", endpoint, "--timeout", "0.1", "--retries", "2", "--linger", "0", "Hello");
        assertThat(req.code()).isEqualTo(Exit.TIMED_OUT);
        assertThat(req.err())
                .startsWith("zmq: timed out: no reply to 3 tries of 0.1 s each")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"req", "pull", "push --linger 3", "push -o immediate=1", "pub --wait-for-peer"})
    void aTimeoutSaysWhyNobodyCouldBeReached(String verb) {
        var tcp = Ports.tcpEndpoint();
        var words = (verb + " -c " + tcp + " --timeout 3" + (verb.equals("pull") ? "" : " x")).split(" ");
        var run = Run.zmq(words);
        assertThat(run.code()).isEqualTo(Exit.TIMED_OUT);
        assertThat(run.err())
                .startsWith("zmq: timed out: ")
                .contains(" within 3 s; cannot reach " + tcp + ": ")
                .contains("Connection refused")
                .hasLineCount(1);
    }

    @Test
    void aTimeoutSaysWhyAPeerWasRefused() {
        var sub = Run.started("sub", "-b", endpoint, "--timeout", "6");
        var req = Run.zmq("req", "-c", endpoint, "--timeout", "3", "--linger", "0", "Hello");
        assertThat(req.err())
                .contains("no message within 3 s; handshake failed at " + endpoint, "incompatible socket type");
        assertThat(sub.join().err()).contains("no message within 6 s; handshake failed at " + endpoint);
    }

    @Test
    void dealerSendsWithoutWaitingAndPrintsWhatComes() {
        var rep = Run.started("rep", "-b", endpoint, "--reply", "World", "-n", "3");
        assertThat(Run.zmq("dealer", "-c", endpoint, "-n", "3", "", "Hello").out())
                .isEqualTo("\tWorld\n".repeat(3));
        assertThat(rep.join().out()).isEqualTo("Hello\n".repeat(3));
    }

    @Test
    void routerPrintsTheRoutingIdAndSendsToIt() {
        var reply = new ByteArrayInputStream("me\thello\n".getBytes(UTF_8));
        var router = Run.startedWith(
                reply, false, "router", "-b", endpoint, "-n", "1", "--wait-for-peer", "--input", "text");
        assertThat(Run.zmq("dealer", "-c", endpoint, "-o", "routing_id=me", "-n", "1", "hi")
                        .out())
                .isEqualTo("hello\n");
        assertThat(router.join().out()).isEqualTo("me\thi\n");
    }

    @Test
    void pairTalksBothWays() {
        var typed = new ByteArrayInputStream("from server\n".getBytes(UTF_8));
        var server = Run.startedWith(typed, true, "pair", "-b", endpoint, "-n", "1");
        assertThat(Run.zmq("pair", "-c", endpoint, "-n", "1", "from client").out())
                .isEqualTo("from server\n");
        assertThat(server.join().out()).isEqualTo("from client\n");
    }

    @Test
    void whoGoesBothWaysCanSendOnly() {
        var server = Run.started("pair", "-b", endpoint, "-n", "1", "hello");
        assertThat(Run.zmq("pair", "-c", endpoint, "--send-only", "EOF")).isEqualTo(new Run(Exit.DONE, "", ""));
        assertThat(server.join().out()).isEqualTo("EOF\n");
    }

    @Test
    void inputThatIsNoMessageIsAnErrorOfWhoGoesBothWays() {
        var run = Run.fed("[1]\n", "pair", "-b", endpoint, "--input", "jsonl");
        assertThat(run.code()).isEqualTo(Exit.ERROR);
        assertThat(run.err()).startsWith("zmq: a line of stdin is no message").hasLineCount(1);
    }

    /** A stream that fails at its first use, as a closed one does, or a heap that is full. */
    private static InputStream failing(Throwable failure) {
        return new InputStream() {
            @Override
            public int read() {
                return fail(failure);
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                return fail(failure);
            }

            @SuppressWarnings("unchecked")
            private static <E extends Throwable> int fail(Throwable failure) throws E {
                throw (E) failure;
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"push", "pub", "req", "rep", "pair", "dealer", "xpub", "xsub"})
    void anErrorOfWhoeverReadsStdinEndsTheVerbAndIsTold(String verb) throws Exception {
        var full = Run.startedWith(
                failing(new OutOfMemoryError("Java heap space")), false, verb, "-c", endpoint, "--linger", "0");
        assertThat(full.get(15, TimeUnit.SECONDS))
                .isEqualTo(new Run(Exit.ERROR, "", "zmq: out of memory: Java heap space\n"));
        var closed =
                Run.startedWith(failing(new IOException("it is closed")), false, verb, "-c", endpoint, "--linger", "0");
        assertThat(closed.get(15, TimeUnit.SECONDS)).isEqualTo(new Run(Exit.ERROR, "", "zmq: it is closed\n"));
    }

    @Test
    void anAnswerThatWasCutOffIsNotSent() throws Exception {
        var rep = Run.started(
                "rep", "-b", endpoint, "--command", "echo begun; sleep 600", "--timeout", "1", "--linger", "0");
        var req = Run.zmq("req", "-c", endpoint, "--timeout", "3", "--linger", "0", "Hello");
        assertThat(req.out()).isEmpty();
        assertThat(rep.get(15, TimeUnit.SECONDS))
                .isEqualTo(new Run(Exit.TIMED_OUT, "", "zmq: timed out: the command was not done within 1 s\n"));
    }

    @Test
    void aPersonsStdinIsReadByPairAlone() {
        var typed = new ByteArrayInputStream("typed\n".getBytes(UTF_8));
        var dealer = Run.startedWith(typed, true, "dealer", "-b", endpoint, "--timeout", "0.5");
        var other = Run.zmq("dealer", "-c", endpoint, "--timeout", "0.2", "unasked");
        assertThat(other.out()).isEmpty();
        assertThat(dealer.join().out()).isEqualTo("unasked\n");
    }

    @Test
    void bindAndConnectMixAndAPrefixWins() {
        var second = Ports.ipcEndpoint();
        var one = Run.started("pull", "-c", "@" + endpoint, "-n", "1");
        var two = Run.started("pull", "-b", second, "-n", "1");
        Run.zmq("push", "-b", ">" + endpoint + ",>" + second, "-n", "2", "task");
        assertThat(one.join().out()).isEqualTo("task\n");
        assertThat(two.join().out()).isEqualTo("task\n");
    }

    @Test
    void aPortIsEnoughOfAnEndpoint() {
        var port = ":" + Ports.freeTcpPort();
        var pull = Run.started("pull", "-b", port, "-n", "1");
        assertThat(Run.zmq("push", "-c", port, "task")).isEqualTo(new Run(Exit.DONE, "", ""));
        assertThat(pull.join()).isEqualTo(new Run(Exit.DONE, "task\n", ""));
    }

    @Test
    void receivingGivesUpAfterTheTimeout() {
        assertThat(Run.zmq("pull", "-b", endpoint, "--timeout", "0.2"))
                .isEqualTo(new Run(Exit.TIMED_OUT, "", "zmq: timed out: no message within 0.2 s\n"));
    }

    @Test
    void sendingWithoutPeerGivesUpAfterTheTimeout() {
        assertThat(Run.zmq("push", "-b", endpoint, "--timeout", "0.2", "task"))
                .isEqualTo(
                        new Run(Exit.TIMED_OUT, "", "zmq: timed out: no peer with room for a message within 0.2 s\n"));
    }

    @Test
    void waitingForAPeerGivesUpAfterTheTimeout() {
        assertThat(Run.zmq("pub", "-b", endpoint, "--wait-for-peer", "--timeout", "0.2", "news"))
                .isEqualTo(new Run(Exit.TIMED_OUT, "", "zmq: timed out: no peer within 0.2 s\n"));
    }

    @Test
    void messagesThatNobodyTookAreToldAtTheEnd() {
        assertThat(Run.zmq("push", "-c", endpoint, "--linger", "0.2", "-n", "2", "task"))
                .returns(Exit.TIMED_OUT, Run::code)
                .extracting(Run::err, STRING)
                .startsWith("zmq: timed out: 2 messages were not handed over within 0.2 s")
                .hasLineCount(1);
    }

    @Test
    void theSocketsOwnTimeoutIsATimeoutToo() {
        var run = Run.zmq("pull", "-b", endpoint, "-o", "ZMQ_RcvTimeo=100");
        assertThat(run.code()).isEqualTo(Exit.TIMED_OUT);
        assertThat(run.err()).startsWith("zmq: timed out: ").hasLineCount(1);
    }

    @Test
    void anEndpointInUseIsAnError() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var tcp = "tcp://127.0.0.1:" + taken.getLocalPort();
            var run = Run.zmq("pull", "-b", tcp);
            assertThat(run.code()).isEqualTo(Exit.ERROR);
            assertThat(run.err()).startsWith("zmq: ").contains(tcp).hasLineCount(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOSUCH=1", "SNDHWM=-1", "SNDHWM=many", "ROUTER_MANDATORY=1", "SNDHWM", "=1"})
    void anOptionThatCannotBeSetIsAUsageError(String option) {
        var run = Run.zmq("push", "-c", endpoint, "-o", option, "x");
        assertThat(run.code()).isEqualTo(Exit.USAGE);
        assertThat(run.err())
                .startsWith("zmq: ")
                .contains(option.replaceFirst("=?[^=]*$", ""))
                .hasLineCount(1);
    }

    @Test
    void theRealPortOfAWildcardIsTold() {
        assertThat(Run.zmq("pull", "-b", "tcp://127.0.0.1:*", "--timeout", "0").err())
                .containsPattern("zmq: listening at tcp://127\\.0\\.0\\.1:[1-9][0-9]*\n");
        assertThat(Run.zmq("pull", "-q", "-b", "tcp://127.0.0.1:*", "--timeout", "0")
                        .err())
                .doesNotContain("listening");
    }

    @Test
    void verbosityTellsOfConnectionsHandshakesAndSubscriptions() {
        var sub = Run.started("sub", "-b", endpoint, "-s", "topic", "-n", "1", "-v");
        var pub = Run.zmq("pub", "-c", endpoint, "--wait-for-peer", "-vvv", "topic");
        assertThat(pub.err())
                .contains("* connected to " + endpoint, "> greeting", "< greeting", "> READY", "< READY", "SUBSCRIBE");
        assertThat(sub.join().err())
                .contains("* listening at " + endpoint, "* ready at " + endpoint)
                .doesNotContain("READY", "greeting");
    }

    @Test
    void monitorAlsoOpensATypeThatMayNotReceiveUnasked() {
        var monitor = Run.started("monitor", "req", "-b", endpoint, "-n", "1");

        assertThat(monitor.join().err()).isEmpty();
        assertThat(monitor.join().out()).startsWith("LISTENING\t");
    }

    @Test
    void monitorPrintsALineForEachEvent() {
        var monitor = Run.started("monitor", "pull", "-b", endpoint, "-n", "4");
        assertThat(Run.zmq("push", "-c", endpoint, "--wait-for-peer", "x").code())
                .isEqualTo(Exit.DONE);
        assertThat(monitor.join().out().lines().map(line -> line.split("\t", -1)[0]))
                .containsExactly("LISTENING", "ACCEPTED", "HANDSHAKE_SUCCEEDED", "DISCONNECTED");
        assertThat(monitor.join().out().lines())
                .allSatisfy(line -> assertThat(line.split("\t", -1)).hasSize(6).contains(endpoint));
    }
}
