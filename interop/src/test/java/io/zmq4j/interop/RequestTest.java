package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RECONNECT_IVL;
import static io.zmq4j.options.SocketOptions.REQ_CORRELATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zmq4j.RepSocket;
import io.zmq4j.ReqSocket;
import io.zmq4j.RouterSocket;
import io.zmq4j.error.RequestFailedException;
import io.zmq4j.error.RequestFailedException.Reason;
import io.zmq4j.error.SocketStateException;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A request with a deadline and retries: whatever the server does, the socket stays usable. */
class RequestTest {
    private static final Duration PATIENCE = Duration.ofMillis(100);

    @RegisterExtension
    static final Libzmq LIBZMQ = new Libzmq();

    @RegisterExtension
    final Rig rig = new Rig();

    private ReqSocket req(String endpoint) {
        ReqSocket req = rig.context().req();
        req.set(LINGER, Duration.ZERO);
        req.set(RECONNECT_IVL, Duration.ofMillis(10));
        req.connect(endpoint);
        return req;
    }

    private RouterSocket server(String endpoint) {
        RouterSocket server = rig.context().router();
        server.set(LINGER, Duration.ZERO);
        server.bind(endpoint);
        return server;
    }

    private Future<Message> request(ReqSocket req, String text, Duration patience, int tries) {
        return rig.start(() -> req.request(Message.of(text), patience, tries));
    }

    /** Somebody is there, and does not answer. */
    private static void assertTimesOut(ReqSocket req, String text) {
        Rig.awaitPeer(req);
        assertThat(failure(req, text, 1)).isEqualTo(Reason.TIMEOUT);
    }

    private static Reason failure(ReqSocket req, String text, int tries) {
        return assertThrows(RequestFailedException.class, () -> req.request(Message.of(text), PATIENCE, tries))
                .reason();
    }

    private static void answer(RouterSocket server, Message request, String reply) {
        byte[][] frames = new byte[request.frameCount()][];
        for (int i = 0; i < frames.length - 1; i++) {
            frames[i] = request.bytes(i);
        }
        frames[frames.length - 1] = Message.of(reply).bytes();
        Rig.send(server, Message.wrap(frames));
    }

    private static String question(Message request) {
        return request.text(request.frameCount() - 1);
    }

    private static String reply(Future<Message> request) {
        Message reply = Rig.result(request);
        assertThat(reply).as("reply in time").isNotNull();
        return reply.text();
    }

    @EveryTransport
    void aServerThatAnswersIsAskedOnce(Transport transport) {
        RepSocket rep = rig.context().rep();
        ReqSocket req = req(rep.bind(transport.freshEndpoint()).uri());
        for (int i = 0; i < 50; i++) {
            var request = request(req, "question " + i, Rig.PATIENCE, 3);
            assertThat(Rig.receiveText(rep)).isEqualTo("question " + i);
            Rig.send(rep, "answer " + i);
            assertThat(reply(request)).isEqualTo("answer " + i);
        }
    }

    @Test
    void libzmqsServerSendsTheIdBack() {
        LibzmqSocket rep = LIBZMQ.open(SocketType.REP);
        ReqSocket req = req(rep.bind("tcp://127.0.0.1:*"));
        rep.beginEcho(20);
        for (int i = 0; i < 20; i++) {
            assertThat(req.request(Message.of("question", "", "of frames"), Rig.PATIENCE))
                    .isEqualTo(Message.of("question", "", "of frames"));
        }
        rep.finish();
    }

    @Test
    void nobodyThereIsNoReply() {
        ReqSocket req = req(Transport.TCP.freshEndpoint());
        assertThat(failure(req, "anybody?", 2)).isEqualTo(Reason.NO_PEER);
        assertThat(failure(req, "anybody?", 1)).isEqualTo(Reason.NO_PEER);
    }

    @EveryTransport
    void aSilentServerIsAskedAgain(Transport transport) {
        String endpoint = transport.freshEndpoint();
        RouterSocket server = server(endpoint);
        var request = request(req(endpoint), "question", PATIENCE, 100);
        assertThat(question(Rig.receive(server))).isEqualTo("question");
        Message again = Rig.receive(server);
        assertThat(question(again)).isEqualTo("question");
        answer(server, again, "answer");
        assertThat(reply(request)).isEqualTo("answer");
    }

    @EveryWire
    void aServerThatDiesBeforeItReadTheRequestIsAskedWhenItIsBack(Transport transport) {
        String endpoint = transport.freshEndpoint();
        RouterSocket first = server(endpoint);
        ReqSocket req = req(endpoint);
        Rig.awaitPeer(req);
        first.close();
        Rig.awaitPeers(req, 0);
        var request = request(req, "question", PATIENCE, 100);
        RouterSocket second = server(endpoint);
        answer(second, Rig.receive(second), "answer");
        assertThat(reply(request)).isEqualTo("answer");
    }

    @EveryWire
    void aServerThatDiesWithTheRequestIsAskedAgainAtOnceWhenItIsBack(Transport transport) {
        String endpoint = transport.freshEndpoint();
        RouterSocket first = server(endpoint);
        ReqSocket req = req(endpoint);
        var request = request(req, "question", Duration.ofDays(1), 2);
        assertThat(question(Rig.receive(first))).isEqualTo("question");
        first.close();
        RouterSocket second = server(endpoint);
        answer(second, Rig.receive(second), "answer");
        assertThat(reply(request)).isEqualTo("answer");
    }

    @EveryWire
    void aServerThatDiesAfterTheReplyHarmsNoOtherRequest(Transport transport) {
        String endpoint = transport.freshEndpoint();
        RouterSocket first = server(endpoint);
        ReqSocket req = req(endpoint);
        var one = request(req, "one", Rig.PATIENCE, 2);
        answer(first, Rig.receive(first), "answer one");
        assertThat(reply(one)).isEqualTo("answer one");
        first.close();
        Rig.awaitPeers(req, 0);
        var two = request(req, "two", PATIENCE, 100);
        RouterSocket second = server(endpoint);
        answer(second, Rig.receive(second), "answer two");
        assertThat(reply(two)).isEqualTo("answer two");
    }

    @EveryWire
    void anotherServerIsAskedWhenTheFirstDies(Transport transport) {
        String firstEndpoint = transport.freshEndpoint();
        String secondEndpoint = transport.freshEndpoint();
        RouterSocket first = server(firstEndpoint);
        RouterSocket second = server(secondEndpoint);
        ReqSocket req = req(firstEndpoint);
        Rig.awaitPeers(req, 1);
        req.connect(secondEndpoint);
        Rig.awaitPeers(req, 2);
        var request = request(req, "question", Duration.ofDays(1), 2);
        assertThat(question(Rig.receive(first))).isEqualTo("question");
        first.close();
        answer(second, Rig.receive(second), "from the second");
        assertThat(reply(request)).isEqualTo("from the second");
    }

    @EveryTransport
    void aLateReplyIsNeverTakenForTheNext(Transport transport) {
        String endpoint = transport.freshEndpoint();
        RouterSocket server = server(endpoint);
        ReqSocket req = req(endpoint);
        assertTimesOut(req, "one");
        Message late = Rig.receive(server);
        var two = request(req, "two", Rig.PATIENCE, 1);
        Message current = Rig.receive(server);
        answer(server, late, "answer one, too late");
        answer(server, current, "answer two");
        assertThat(reply(two)).isEqualTo("answer two");
        Rig.await("it went to nobody", () -> server.drops().getOrDefault(DropReason.UNROUTABLE, 0L) == 1);
    }

    @EveryTransport
    void withAnIdTheConnectionStaysAndTheLateReplyIsCounted(Transport transport) {
        String endpoint = transport.freshEndpoint();
        RouterSocket server = server(endpoint);
        ReqSocket req = req(endpoint);
        req.set(REQ_CORRELATE, true);
        assertTimesOut(req, "one");
        Message late = Rig.receive(server);
        var two = request(req, "two", Rig.PATIENCE, 1);
        Message current = Rig.receive(server);
        assertThat(current.bytes(0)).isEqualTo(late.bytes(0));
        answer(server, late, "answer one, too late");
        answer(server, current, "answer two");
        assertThat(reply(two)).isEqualTo("answer two");
        assertThat(req.drops()).containsEntry(DropReason.LATE_REPLY, 1L);
    }

    @EveryTransport
    void whatIsAskedOverABoundSocketIsGivenUpWithTheConnectionToo(Transport transport) {
        String endpoint = transport.freshEndpoint();
        ReqSocket req = rig.context().req();
        req.set(LINGER, Duration.ZERO);
        req.bind(endpoint);
        RouterSocket server = rig.context().router();
        server.set(LINGER, Duration.ZERO);
        server.set(RECONNECT_IVL, Duration.ofMillis(10));
        server.connect(endpoint);
        Rig.awaitPeer(req);
        assertTimesOut(req, "one");
        Message late = Rig.receive(server);
        answer(server, late, "answer one, too late");
        var two = request(req, "two", Rig.PATIENCE, 1);
        answer(server, Rig.receive(server), "answer two");
        assertThat(reply(two)).isEqualTo("answer two");
    }

    @EveryTransport
    void aConnectionThatWasGivenUpIsMadeAnewAtOnceWhateverTheInterval(Transport transport) {
        String endpoint = transport.freshEndpoint();
        RouterSocket server = server(endpoint);
        ReqSocket req = req(endpoint);
        req.disconnect(endpoint);
        req.set(RECONNECT_IVL, Duration.ofMinutes(10));
        req.connect(endpoint);
        assertTimesOut(req, "one");
        Rig.receive(server);
        var two = request(req, "two", Rig.PATIENCE, 1);
        answer(server, Rig.receive(server), "answer two");
        assertThat(reply(two)).isEqualTo("answer two");
    }

    @EveryWire
    void aConnectionThatBreaksIsTheReason(Transport transport) {
        String endpoint = transport.freshEndpoint();
        RouterSocket server = server(endpoint);
        ReqSocket req = req(endpoint);
        var one = rig.start(() ->
                assertThrows(RequestFailedException.class, () -> req.request(Message.of("one"), Duration.ofDays(1))));
        Rig.receive(server);
        server.close();
        RequestFailedException failure = Rig.result(one);
        assertThat(failure.reason()).isEqualTo(Reason.CONNECTION_LOST);
        assertThat(failure.endpoint()).contains(endpoint);
        assertThat(failure.tries()).isEqualTo(1);
    }

    @Test
    void whyNobodyCouldBeAskedIsSaid() {
        String endpoint = Transport.TCP.freshEndpoint();
        ReqSocket req = req(endpoint);
        var failure = assertThrows(
                RequestFailedException.class, () -> req.request(Message.of("anybody?"), PATIENCE.multipliedBy(20)));
        assertThat(failure.reason()).isEqualTo(Reason.NO_PEER);
        assertThat(failure.endpoint()).contains(endpoint);
        assertThat(failure.lastError().orElseThrow()).containsIgnoringCase("refused");
        assertThat(failure.elapsed()).isGreaterThanOrEqualTo(PATIENCE);
    }

    @Test
    void aSocketThatCannotAnswerIsTheReason() {
        String endpoint = Transport.TCP.freshEndpoint();
        var pub = rig.context().pub();
        pub.bind(endpoint);
        var failure = assertThrows(
                RequestFailedException.class,
                () -> req(endpoint).request(Message.of("anybody?"), PATIENCE.multipliedBy(20)));
        assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
    }

    /** As written by hand: it takes what comes for id, empty frame and body, and nothing else. */
    @Test
    void libzmqsRouterThatExpectsNothingElseUnderstandsTheRequest() {
        LibzmqSocket router = LIBZMQ.open(SocketType.ROUTER, "ROUTER_MANDATORY=0");
        ReqSocket req = req(router.bind("tcp://127.0.0.1:*"));
        Rig.awaitPeer(req);
        var one = request(req, "one", PATIENCE, 1);
        Message late = router.receive();
        assertThat(late.frameCount()).isEqualTo(3);
        assertThat(late.from(1)).isEqualTo(Message.of("", "one"));
        assertThatThrownBy(() -> Rig.result(one)).isInstanceOf(RequestFailedException.class);
        var two = request(req, "two", Rig.PATIENCE, 1);
        Message current = router.receive();
        assertThat(current.from(1)).isEqualTo(Message.of("", "two"));
        router.send(Message.of("", "answer one, too late").prepend(late.bytes(0)));
        router.send(Message.of("", "answer two").prepend(current.bytes(0)));
        assertThat(reply(two)).isEqualTo("answer two");
    }

    @Test
    void libzmqsRepThatDiesIsGivenUpAndAnotherOneAsked() {
        LibzmqSocket first = LIBZMQ.open(SocketType.REP);
        String endpoint = first.bind("tcp://127.0.0.1:*");
        ReqSocket req = req(endpoint);
        var request = request(req, "question", Duration.ofDays(1), 2);
        assertThat(first.receive()).isEqualTo(Message.of("question"));
        first.close();
        LibzmqSocket second = LIBZMQ.open(SocketType.REP);
        second.bind(endpoint);
        second.beginEcho(1);
        assertThat(reply(request)).isEqualTo("question");
        second.finish();
    }

    @EveryTransport
    void twoAnswersToOneRequestAreOneReply(Transport transport) {
        String endpoint = transport.freshEndpoint();
        RouterSocket server = server(endpoint);
        ReqSocket req = req(endpoint);
        req.set(REQ_CORRELATE, true);
        var one = request(req, "one", Rig.PATIENCE, 1);
        Message request = Rig.receive(server);
        answer(server, request, "answer one");
        answer(server, request, "answer one again");
        assertThat(reply(one)).isEqualTo("answer one");
        var two = request(req, "two", Rig.PATIENCE, 1);
        answer(server, Rig.receive(server), "answer two");
        assertThat(reply(two)).isEqualTo("answer two");
    }

    @EveryTransport
    void plainRequestsGoOnAfterwards(Transport transport) {
        String endpoint = transport.freshEndpoint();
        RouterSocket server = server(endpoint);
        ReqSocket req = req(endpoint);
        assertTimesOut(req, "unanswered");
        Message unanswered = Rig.receive(server);
        Rig.send(req, "plain");
        Message plain = Rig.receive(server);
        answer(server, unanswered, "too late");
        answer(server, plain, "answer");
        assertThat(Rig.receiveText(req)).isEqualTo("answer");
    }

    @EveryTransport
    void aPlainRequestInTheAirComesFirst(Transport transport) {
        String endpoint = transport.freshEndpoint();
        RouterSocket server = server(endpoint);
        ReqSocket req = req(endpoint);
        Rig.send(req, "plain");
        assertThatThrownBy(() -> req.request(Message.of("too early"), PATIENCE, 1))
                .isInstanceOf(SocketStateException.class);
        answer(server, Rig.receive(server), "answer");
        assertThat(Rig.receiveText(req)).isEqualTo("answer");
    }
}
