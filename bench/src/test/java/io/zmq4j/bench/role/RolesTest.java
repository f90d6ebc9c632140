package io.zmq4j.bench.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.bench.role.Played.Library;
import io.zmq4j.testkit.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every role that more than one library plays runs to its end, and its receiver has missed nothing. */
@Timeout(30)
class RolesTest {
    private static final String RATE = "msg/s [0-9]+";
    private static final String MICROS = "us [0-9]+\\.[0-9]{3}";

    private final String tcp = Ports.tcpEndpoint();
    private final String ipc = Ports.ipcEndpoint();

    @ParameterizedTest
    @EnumSource
    void aFloodOverTcp(Library library) {
        var sender = library.start("remote_thr " + tcp + " 10 5000 --warmup 1000");
        var receiver = library.play("local_thr " + tcp + " 10 5000 --warmup 1000");
        assertFigure(receiver, RATE);
        assertThat(receiver.out()).startsWith("B/msg ");
        assertDone(sender.join());
    }

    @ParameterizedTest
    @EnumSource
    void aFloodOverIpcOfMessagesTooSmallForTheirNumber(Library library) {
        var sender = library.start("remote_thr " + ipc + " 1 2000");
        assertFigure(library.play("local_thr " + ipc + " 1 2000"), RATE);
        assertDone(sender.join());
    }

    @ParameterizedTest
    @EnumSource
    void aFloodOfMessagesLargerThanAnyBuffer(Library library) {
        var sender = library.start("remote_thr " + tcp + " 1000000 20");
        assertFigure(library.play("local_thr " + tcp + " 1000000 20"), RATE);
        assertDone(sender.join());
    }

    @ParameterizedTest
    @EnumSource
    void questionsOverTcp(Library library) {
        var answerer = library.start("local_lat " + tcp + " 10 300 --warmup 100");
        assertFigure(library.play("remote_lat " + tcp + " 10 300 --warmup 100"), MICROS);
        assertDone(answerer.join());
    }

    @ParameterizedTest
    @EnumSource
    void questionsOverIpcWithAPauseBeforeEach(Library library) {
        var answerer = library.start("local_lat " + ipc + " 300 20 --warmup 10");
        assertFigure(library.play("remote_lat " + ipc + " 300 20 --warmup 10 --every 2"), MICROS);
        assertDone(answerer.join());
    }

    @ParameterizedTest
    @EnumSource(names = "RAW", mode = EnumSource.Mode.EXCLUDE)
    void aFloodBetweenThreads(Library library) {
        assertFigure(library.play("inproc_thr 10 5000 --warmup 1000"), RATE);
    }

    @ParameterizedTest
    @EnumSource(names = "RAW", mode = EnumSource.Mode.EXCLUDE)
    void questionsBetweenThreads(Library library) {
        assertFigure(library.play("inproc_lat 10 300 --warmup 100"), MICROS);
    }

    @ParameterizedTest
    @EnumSource
    void requestsThroughAProxy(Library library) {
        assertFigure(library.play("proxy_thr 10 503 --warmup 101"), RATE);
    }

    @ParameterizedTest
    @EnumSource
    void longRequestsThroughAProxy(Library library) {
        assertFigure(library.play("proxy_thr 300 103"), RATE);
    }

    @ParameterizedTest
    @EnumSource(names = "RAW", mode = EnumSource.Mode.EXCLUDE)
    void aPublicationToEverySubscriber(Library library) {
        var publisher = library.start("pub " + tcp + " 100 3000 5 --warmup 100");
        assertFigure(library.play("subs " + tcp + " 100 3000 5 --warmup 100"), RATE);
        assertDone(publisher.join());
    }

    @ParameterizedTest
    @EnumSource(names = "RAW", mode = EnumSource.Mode.EXCLUDE)
    void aFloodFromMany(Library library) {
        var senders = library.start("many " + tcp + " 10 3003 7 --warmup 100");
        assertFigure(library.play("local_thr " + tcp + " 10 3003 --warmup 100"), RATE);
        assertDone(senders.join());
    }

    @ParameterizedTest
    @EnumSource(names = "RAW", mode = EnumSource.Mode.EXCLUDE)
    void aSteadyPace(Library library) {
        var sender = library.start("remote_pace " + tcp + " 16 300 2000 --warmup 100");
        var receiver = library.play("local_pace " + tcp + " 16 300 --warmup 100");
        assertFigure(receiver, MICROS);
        assertThat(receiver.out().lines().map(line -> line.substring(0, line.indexOf(' '))))
                .containsExactly("p50", "p99", "p99.9", "max", "us");
        assertDone(sender.join());
    }

    @ParameterizedTest
    @EnumSource(names = "RAW", mode = EnumSource.Mode.EXCLUDE)
    void aSteadyPaceByWatchingTheClock(Library library) {
        var sender = library.start("remote_pace " + tcp + " 100 3000 50000 --spin");
        assertFigure(library.play("local_pace " + tcp + " 100 3000"), MICROS);
        assertDone(sender.join());
    }

    @ParameterizedTest
    @EnumSource(names = "RAW", mode = EnumSource.Mode.EXCLUDE)
    void smallQueues(Library library) {
        var sender = library.start("remote_thr " + tcp + " 10 3000 -o SNDHWM=1");
        assertFigure(library.play("local_thr " + tcp + " 10 3000 -o RCVHWM=1"), RATE);
        assertDone(sender.join());
    }

    @ParameterizedTest
    @CsvSource({
        "ZMQ4J, ROUTER, DEALER",
        "ZMQ4J, SERVER, CLIENT",
        "ZMQ4J, STREAM, STREAM",
        "JEROMQ, ROUTER, DEALER",
        "JEROMQ, SERVER, CLIENT",
        "RAW, STREAM, STREAM",
    })
    void aFloodAndQuestionsBetweenSocketsOfOtherTypes(Library library, String binding, String connecting) {
        var sender = library.start("remote_thr " + tcp + " 10 5000 --warmup 1000 --type " + connecting);
        assertFigure(library.play("local_thr " + tcp + " 10 5000 --warmup 1000 --type " + binding), RATE);
        assertDone(sender.join());
        var answerer = library.start("local_lat " + ipc + " 10 300 --warmup 100 --type " + binding);
        assertFigure(library.play("remote_lat " + ipc + " 10 300 --warmup 100 --type " + connecting), MICROS);
        assertDone(answerer.join());
    }

    @Test
    void aStreamPutsTogetherMessagesLargerThanWhatComesAtOnce() {
        var answerer = Library.ZMQ4J.start("local_lat " + tcp + " 100000 50 --type stream");
        assertFigure(Library.ZMQ4J.play("remote_lat " + tcp + " 100000 50 --type stream"), MICROS);
        assertDone(answerer.join());
    }

    @Test
    void aRadioBeginsWhenEveryDishHasJoined() {
        var radio = Library.ZMQ4J.start("pub " + tcp + " 100 3000 5 --warmup 100 --type RADIO -o SNDHWM=10");
        assertFigure(Library.ZMQ4J.play("subs " + tcp + " 100 3000 5 --warmup 100 --type DISH"), RATE);
        assertDone(radio.join());
    }

    private static void assertFigure(Played played, String pattern) {
        assertDone(played);
        assertThat(played.figure()).matches(pattern);
    }

    private static void assertDone(Played played) {
        assertThat(played.err()).isEmpty();
        assertThat(played.code()).isZero();
    }
}
