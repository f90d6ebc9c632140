package io.zmq4j.socket;

import static io.zmq4j.socket.Sockets.IN_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.RequestFailedException;
import io.zmq4j.error.RequestFailedException.Reason;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.SocketStateException;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {
    private static final String TCP = "tcp://127.0.0.1:*";
    private static final String INPROC = "inproc://requests";
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final int MANY = 2_000;

    private final Sockets sockets = new Sockets();
    private SocketCore router;
    private SocketCore dealer;

    @AfterEach
    void close() {
        sockets.close();
    }

    private void open(String endpoint) {
        var pair = sockets.pair(SocketType.ROUTER, SocketType.DEALER, endpoint, 0);
        router = pair.get(0);
        dealer = pair.get(1);
    }

    private CompletableFuture<Message> request(int number, Duration timeout) {
        return dealer.requestAsync(Sockets.message(number), timeout);
    }

    private List<CompletableFuture<Message>> requests(int count, Duration timeout) {
        List<CompletableFuture<Message>> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(request(i, timeout));
        }
        return all;
    }

    private List<Message> asked(int count) {
        List<Message> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Message request = router.receive(IN_TIME);
            assertThat(request).as("request %d", i).isNotNull();
            all.add(request);
        }
        return all;
    }

    private static Message result(CompletableFuture<Message> reply) throws Exception {
        return reply.get(IN_TIME.toSeconds(), TimeUnit.SECONDS);
    }

    private static RequestFailedException failure(CompletableFuture<?> reply) {
        try {
            reply.get(IN_TIME.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(RequestFailedException.class);
            return (RequestFailedException) e.getCause();
        } catch (Exception e) {
            throw new AssertionError("no failure in time", e);
        }
        throw new AssertionError("answered");
    }

    @ParameterizedTest
    @ValueSource(strings = {TCP, INPROC})
    void repliesInAnyOrderReachThoseWhoAsked(String endpoint) throws Exception {
        open(endpoint);
        var replies = requests(MANY, IN_TIME);
        List<Message> asked = asked(MANY);
        Collections.shuffle(asked);
        asked.forEach(router::send);
        for (int i = 0; i < MANY; i++) {
            assertThat(result(replies.get(i))).isEqualTo(Sockets.message(i));
        }
        assertThat(dealer.outstandingRequests()).isZero();
        assertThat(dealer.dropped()).isEmpty();
    }

    @Test
    void aRequestIsAnIdAndAnEmptyFrameAndTheBody() {
        open(INPROC);
        dealer.requestAsync(Message.of("a", "b"), IN_TIME);
        Message request = asked(1).get(0);
        assertThat(request.size(1)).isEqualTo(8);
        assertThat(request.from(2)).isEqualTo(Message.of("", "a", "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {TCP, INPROC})
    void withoutAReplyEachEndsWhenItsTimeIsOverAndLeavesNothing(String endpoint) {
        open(endpoint);
        var replies = requests(MANY, SHORT);
        for (var reply : replies) {
            RequestFailedException failure = failure(reply);
            assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
            assertThat(failure.elapsed()).isGreaterThanOrEqualTo(SHORT);
        }
        assertThat(dealer.outstandingRequests()).isZero();
    }

    @Test
    void aShorterTimeThanThatOfOthersIsKept() {
        open(TCP);
        request(1, IN_TIME.multipliedBy(100));
        assertThat(failure(request(2, SHORT)).reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(dealer.outstandingRequests()).isEqualTo(1);
        assertThat(failure(request(3, SHORT)).reason()).isEqualTo(Reason.TIMEOUT);
    }

    @Test
    void aReplyThatComesTooLateIsCountedAndHarmsNoOther() throws Exception {
        open(TCP);
        failure(request(1, SHORT));
        Message late = asked(1).get(0);
        var second = request(2, IN_TIME);
        router.send(late);
        router.send(asked(1).get(0));
        assertThat(result(second)).isEqualTo(Sockets.message(2));
        assertThat(dealer.dropped()).containsOnly(java.util.Map.entry(DropReason.LATE_REPLY, 1L));
    }

    @Test
    void aSecondReplyIsCounted() throws Exception {
        open(TCP);
        var first = request(1, IN_TIME);
        Message asked = asked(1).get(0);
        router.send(asked);
        router.send(asked);
        assertThat(result(first)).isEqualTo(Sockets.message(1));
        var second = request(2, IN_TIME);
        router.send(asked(1).get(0));
        assertThat(result(second)).isEqualTo(Sockets.message(2));
        assertThat(dealer.dropped()).containsEntry(DropReason.LATE_REPLY, 1L);
    }

    @Test
    void whatAnswersNoRequestIsCounted() throws Exception {
        open(TCP);
        var reply = request(1, IN_TIME);
        Message asked = asked(1).get(0);
        Message peer = Message.wrap(asked.array(0));
        router.send(Message.of("no envelope").prepend(peer.array(0)));
        router.send(Message.of("strange!", "", "id").prepend(peer.array(0)));
        router.send(Message.of("").prepend(asked.array(1)).prepend(peer.array(0)));
        router.send(asked);
        assertThat(result(reply)).isEqualTo(Sockets.message(1));
        assertThat(dealer.dropped()).containsEntry(DropReason.UNCORRELATED, 3L);
    }

    @Test
    void oneThatIsCancelledLeavesNothing() {
        open(TCP);
        var replies = requests(MANY, IN_TIME);
        for (var reply : replies) {
            assertThat(reply.cancel(true)).isTrue();
        }
        assertThat(dealer.outstandingRequests()).isZero();
    }

    @Test
    void oneThatIsCompletedByTheApplicationLeavesNothing() {
        open(TCP);
        assertThat(request(1, IN_TIME).complete(Message.of("mine"))).isTrue();
        assertThat(request(2, IN_TIME).completeExceptionally(new IllegalStateException("mine")))
                .isTrue();
        request(3, IN_TIME).obtrudeValue(Message.of("mine"));
        request(4, IN_TIME).orTimeout(1, TimeUnit.MILLISECONDS);
        Sockets.awaitUntil("nothing is outstanding", () -> dealer.outstandingRequests() == 0);
    }

    @Test
    void aCloseEndsAllAndLeavesNothing() {
        open(TCP);
        var replies = requests(MANY, IN_TIME);
        dealer.close();
        for (var reply : replies) {
            RequestFailedException failure = failure(reply);
            assertThat(failure.reason()).isEqualTo(Reason.CLOSED);
            assertThat(failure).hasCauseInstanceOf(SocketClosedException.class);
        }
        assertThat(dealer.outstandingRequests()).isZero();
        assertThat(failure(request(1, IN_TIME)).reason()).isEqualTo(Reason.CLOSED);
        assertThat(dealer.outstandingRequests()).isZero();
    }

    @Test
    void oneMoreThanMayBeFailsAtOnceAndIsNotSent() {
        open(TCP);
        dealer.maxOutstanding(3);
        var replies = requests(3, IN_TIME);
        var fourth = request(4, IN_TIME);
        assertThat(fourth).isCompletedExceptionally();
        assertThat(failure(fourth).reason()).isEqualTo(Reason.BUSY);
        assertThat(dealer.outstandingRequests()).isEqualTo(3);
        replies.get(0).cancel(false);
        assertThat(request(5, IN_TIME)).isNotDone();
        assertThat(asked(4).get(3).text(3)).isEqualTo("5");
    }

    @Test
    void tenThousandMayBeUnlessItIsSaidOtherwise() {
        dealer = sockets.open(SocketType.DEALER);
        assertThat(dealer.maxOutstanding()).isEqualTo(10_000);
        assertThatThrownBy(() -> dealer.maxOutstanding(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("count is 0: at least 1 request must be allowed");
    }

    @Test
    void withoutAPeerItWaitsForOneAndThenSaysSo() {
        dealer = sockets.open(SocketType.DEALER);
        dealer.bind(INPROC);
        RequestFailedException failure = failure(request(1, SHORT));
        assertThat(failure.reason()).isEqualTo(Reason.NO_PEER);
        assertThat(failure.endpoint()).contains(INPROC);
        assertThat(dealer.outstandingRequests()).isZero();
    }

    @Test
    void oneThatWaitsForAPeerIsSentWhenOneComesUnlessItWasGivenUp() throws Exception {
        dealer = sockets.open(SocketType.DEALER);
        dealer.bind(INPROC);
        request(1, IN_TIME).cancel(true);
        var second = request(2, IN_TIME);
        router = sockets.open(SocketType.ROUTER);
        router.connect(INPROC);
        Message asked = asked(1).get(0);
        assertThat(asked.text(3)).isEqualTo("2");
        router.send(asked);
        assertThat(result(second)).isEqualTo(Sockets.message(2));
    }

    @Test
    void aCloseEndsThoseThatWaitForAPeerToo() {
        dealer = sockets.open(SocketType.DEALER);
        dealer.bind(INPROC);
        var replies = requests(MANY, IN_TIME);
        dealer.close();
        for (var reply : replies) {
            assertThat(failure(reply).reason()).isEqualTo(Reason.CLOSED);
        }
        assertThat(dealer.outstandingRequests()).isZero();
    }

    @Test
    void aConnectionThatBrokeMeanwhileIsSaid() {
        open(TCP);
        var reply = request(1, Duration.ofSeconds(3));
        asked(1);
        router.close();
        RequestFailedException failure = failure(reply);
        assertThat(failure.reason()).isEqualTo(Reason.CONNECTION_LOST);
        assertThat(failure.endpoint()).isPresent();
        assertThat(failure.lastError()).isPresent();
    }

    @Test
    void receivingIsAnErrorFromTheFirstRequestOnAndSendingIsNot() {
        open(TCP);
        var waiting = dealer.receiveAsync();
        var thread = new Sockets.Running<>(() -> dealer.receive(IN_TIME));
        Sockets.awaitWaiting(thread.thread);
        request(1, IN_TIME);
        assertThatThrownBy(dealer::receive)
                .isInstanceOf(SocketStateException.class)
                .hasMessageContaining("receive on another DEALER");
        assertThatThrownBy(() -> waiting.get(IN_TIME.toSeconds(), TimeUnit.SECONDS))
                .hasCauseInstanceOf(SocketStateException.class);
        assertThat(catching(thread)).isInstanceOf(SocketStateException.class);
        assertThat(dealer.trySend(Message.of("no request"))).isTrue();
        assertThat(asked(2).get(1).from(1)).isEqualTo(Message.of("no request"));
    }

    private static Throwable catching(Sockets.Running<?> thread) {
        try {
            return thread.failure();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aCallbackRunsInAWorkerAndMayBlockWithoutHoldingUpOthers() throws Exception {
        open(TCP);
        var first = request(1, IN_TIME);
        var second = request(2, IN_TIME);
        var thread = new CompletableFuture<String>();
        var blocking = first.thenApply(reply -> {
            thread.complete(Thread.currentThread().getName());
            return second.join();
        });
        asked(2).forEach(router::send);
        assertThat(result(blocking)).isEqualTo(Sockets.message(2));
        assertThat(thread.get(IN_TIME.toSeconds(), TimeUnit.SECONDS)).isEqualTo("zmq4j-worker");
    }

    @Test
    void aTimeMustBePositive() {
        dealer = sockets.open(SocketType.DEALER);
        assertThatThrownBy(() -> dealer.requestAsync(Message.empty(), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("timeout is PT0S: it must be positive");
    }
}
