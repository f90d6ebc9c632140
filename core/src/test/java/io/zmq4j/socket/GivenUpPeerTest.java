package io.zmq4j.socket;

import static io.zmq4j.socket.Sockets.IN_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.event.DropReason;
import io.zmq4j.options.SocketOptions;
import io.zmq4j.pattern.Pattern;
import io.zmq4j.pattern.Req;
import io.zmq4j.pattern.Router;
import io.zmq4j.pipe.PipeEnd;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A peer that is given up because its socket's pattern failed with it: nothing is left of it, and it comes again. */
class GivenUpPeerTest {
    private static final String TCP = "tcp://127.0.0.1:*";
    private static final String INPROC = "inproc://name";

    private final Sockets sockets = new Sockets();

    @AfterEach
    void close() {
        sockets.close();
    }

    /** Gives the socket's only peer up, as after a failure, and asks the pattern in the same moment. */
    private static boolean givenUp(SocketCore socket, Predicate<Pattern> question) {
        PipeEnd pipe = socket.pattern().onlyPipe();
        assertThat(pipe).isNotNull();
        return socket.pattern().locked(pattern -> {
            pipe.refuse(CloseReason.INTERNAL_ERROR);
            return question.test(pattern);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {TCP, INPROC})
    void itIsBackAfterTheReconnectDelay(String endpoint) {
        List<SocketCore> pair = sockets.pair(SocketType.PAIR, SocketType.PAIR, endpoint, 100);
        SocketCore bound = pair.get(0);
        SocketCore connected = pair.get(1);

        assertThat(givenUp(bound, pattern -> bound.peerCount() == 0)).isTrue();

        Sockets.awaitUntil("the peer is back", () -> bound.peerCount() == 1 && connected.peerCount() == 1);
        Sockets.awaitUntil("it is heard", () -> {
            connected.trySend(Sockets.message(1));
            return bound.receive(Duration.ofMillis(100)) != null;
        });
    }

    @Test
    void whatItSentWithinTheContextIsCounted() {
        List<SocketCore> pair = sockets.pair(SocketType.PULL, SocketType.PUSH, INPROC, 100);
        SocketCore bound = pair.get(0);
        pair.get(1).send(Sockets.message(1));
        pair.get(1).send(Sockets.message(2));

        givenUp(bound, Pattern::canSend);

        Sockets.awaitUntil("both are counted", () -> bound.dropped().getOrDefault(DropReason.NOT_RECEIVING, 0L) == 2);
    }

    @ParameterizedTest
    @CsvSource({"PULL,PUSH", "DEALER,DEALER", "PAIR,PAIR", "ROUTER,DEALER", "REP,REQ"})
    void nothingOfItIsReadAnyMore(SocketType type, SocketType other) {
        for (String endpoint : List.of(TCP, INPROC)) {
            List<SocketCore> pair = sockets.pair(type, other, endpoint, 100);
            SocketCore bound = pair.get(0);
            pair.get(1).send(Sockets.message(1));
            PipeEnd pipe = bound.pattern().onlyPipe();
            Sockets.awaitUntil("it has come", () -> pipe.inbound().size() > 0);

            assertThat(givenUp(bound, Pattern::canReceive)).as(endpoint).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"PUSH,PULL", "DEALER,DEALER", "PAIR,PAIR", "REQ,REP"})
    void nothingIsSentToItAnyMore(SocketType type, SocketType other) {
        for (String endpoint : List.of(TCP, INPROC)) {
            SocketCore bound = sockets.pair(type, other, endpoint, 100).get(0);

            assertThat(givenUp(bound, Pattern::canSend)).as(endpoint).isFalse();
        }
    }

    @Test
    void itsRoutingIdIsFreeForTheNextOne() {
        byte[] id = {7};
        SocketCore router = sockets.open(SocketType.ROUTER);
        String endpoint = router.bind(TCP).uri();
        SocketCore dealer = sockets.openFar(SocketType.DEALER, endpoint);
        dealer.set(SocketOptions.ROUTING_ID, id);
        dealer.connect(endpoint);
        assertThat(router.awaitPeer(IN_TIME)).isTrue();
        assertThat(router.hasPeer(id)).isTrue();

        assertThat(givenUp(router, pattern -> ((Router) pattern).hasPeer(id))).isFalse();

        Sockets.awaitUntil("the name is taken again", () -> router.hasPeer(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {TCP, INPROC})
    void aRequestThatItWasAskedIsLost(String endpoint) {
        SocketCore req =
                sockets.pair(SocketType.REQ, SocketType.REP, endpoint, 100).get(0);
        req.send(Sockets.message(1));

        assertThat(givenUp(req, pattern -> ((Req) pattern).isRequestLost())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {TCP, INPROC})
    void theAnswerToItGoesToNobody(String endpoint) {
        List<SocketCore> pair = sockets.pair(SocketType.REP, SocketType.REQ, endpoint, 100);
        SocketCore rep = pair.get(0);
        pair.get(1).send(Sockets.message(1));
        assertThat(rep.receive(IN_TIME)).isEqualTo(Sockets.message(1));

        givenUp(rep, pattern -> pattern.trySend(Sockets.message(2)));

        assertThat(rep.dropped()).containsEntry(DropReason.REQUESTER_GONE, 1L);
    }
}
