package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RECONNECT_IVL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.zmq4j.DealerSocket;
import io.zmq4j.error.RequestFailedException;
import io.zmq4j.error.RequestFailedException.Reason;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Requests of a DEALER to servers with libzmq. */
class DealerRequestTest {
    private static final int COUNT = 500;
    private static final Duration PATIENCE = Duration.ofMillis(100);

    /** Enough for the other side to do something, and short enough to wait for the end of it. */
    private static final Duration LONG = Duration.ofSeconds(4);

    @RegisterExtension
    static final Libzmq LIBZMQ = new Libzmq();

    @RegisterExtension
    final Rig rig = new Rig();

    private DealerSocket dealer(String endpoint) {
        DealerSocket dealer = rig.context().dealer();
        dealer.set(LINGER, Duration.ZERO);
        dealer.set(RECONNECT_IVL, Duration.ofMillis(10));
        dealer.connect(endpoint);
        Rig.awaitPeer(dealer);
        return dealer;
    }

    private static void assertAllAreAnswered(DealerSocket dealer) {
        List<CompletableFuture<Message>> replies = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            replies.add(dealer.request(Message.of("request " + i, "", "of frames"), Rig.PATIENCE));
        }
        for (int i = 0; i < COUNT; i++) {
            assertThat(Rig.result(replies.get(i))).isEqualTo(Message.of("request " + i, "", "of frames"));
        }
        assertThat(dealer.outstanding()).isZero();
        assertThat(dealer.drops()).isEmpty();
    }

    private static Reason failure(CompletableFuture<Message> reply) {
        var thrown = assertThrows(CompletionException.class, reply::join);
        return ((RequestFailedException) thrown.getCause()).reason();
    }

    @Test
    void aRepAnswers() {
        LibzmqSocket rep = LIBZMQ.open(SocketType.REP);
        DealerSocket dealer = dealer(rep.bind("tcp://127.0.0.1:*"));
        rep.beginEcho(COUNT);
        assertAllAreAnswered(dealer);
        rep.finish();
    }

    @Test
    void aRouterThatSendsTheEnvelopeBackAnswers() {
        LibzmqSocket router = LIBZMQ.open(SocketType.ROUTER);
        DealerSocket dealer = dealer(router.bind("tcp://127.0.0.1:*"));
        router.beginEcho(COUNT);
        assertAllAreAnswered(dealer);
        router.finish();
    }

    @Test
    void aReplyThatIsLateIsNotTakenForAnothers() {
        LibzmqSocket router = LIBZMQ.open(SocketType.ROUTER);
        DealerSocket dealer = dealer(router.bind("tcp://127.0.0.1:*"));
        var one = dealer.request("one", PATIENCE);
        Message late = router.receive();
        assertThat(failure(one)).isEqualTo(Reason.TIMEOUT);
        var two = dealer.request("two", Rig.PATIENCE);
        Message current = router.receive();
        router.send(late);
        router.send(current);
        assertThat(Rig.result(two)).isEqualTo(Message.of("two"));
        assertThat(dealer.drops()).containsEntry(DropReason.LATE_REPLY, 1L);
    }

    @Test
    void aServerThatLosesTheEnvelopeIsCounted() {
        LibzmqSocket router = LIBZMQ.open(SocketType.ROUTER);
        DealerSocket dealer = dealer(router.bind("tcp://127.0.0.1:*"));
        var one = dealer.request("one", LONG);
        router.send(Message.of("answer").prepend(router.receive().bytes(0)));
        assertThat(failure(one)).isEqualTo(Reason.TIMEOUT);
        assertThat(dealer.drops()).containsEntry(DropReason.UNCORRELATED, 1L);
    }

    @Test
    void aServerThatDiesIsTheReasonAndTheNextOneAnswers() {
        LibzmqSocket router = LIBZMQ.open(SocketType.ROUTER);
        String endpoint = router.bind("tcp://127.0.0.1:*");
        DealerSocket dealer = dealer(endpoint);
        var one = dealer.request("one", LONG);
        router.receive();
        router.close();
        assertThat(failure(one)).isEqualTo(Reason.CONNECTION_LOST);
        LibzmqSocket second = LIBZMQ.open(SocketType.ROUTER);
        second.bind(endpoint);
        second.beginEcho(COUNT);
        assertAllAreAnswered(dealer);
        second.finish();
    }
}
