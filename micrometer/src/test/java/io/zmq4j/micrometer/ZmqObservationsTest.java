package io.zmq4j.micrometer;

import static io.micrometer.observation.tck.TestObservationRegistryAssert.assertThat;
import static io.zmq4j.micrometer.Eventually.IN_TIME;
import static io.zmq4j.micrometer.Eventually.awaitAsserted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.zmq4j.Context;
import io.zmq4j.Sender;
import io.zmq4j.Socket;
import io.zmq4j.error.RequestFailedException;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.WaitTimeoutException;
import io.zmq4j.message.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which observations there are of what a view does, and how they end. */
class ZmqObservationsTest {
    private static final Duration SHORT = Duration.ofMillis(20);

    private final TestObservationRegistry registry = TestObservationRegistry.create();
    private final Context context = Context.create();
    private final List<Socket> kept = new ArrayList<>();

    @AfterEach
    void close() {
        context.close(Duration.ZERO);
    }

    /** A socket that nobody has is closed. */
    private <S extends Socket> S keep(S socket) {
        kept.add(socket);
        return socket;
    }

    private void observed(String name, String outcome) {
        awaitAsserted(
                registry,
                it -> assertThat(it)
                        .hasObservationWithNameEqualTo(name)
                        .that()
                        .hasLowCardinalityKeyValue("outcome", outcome)
                        .hasBeenStopped());
    }

    @Test
    void aSendIsObservedWithItsKeys() {
        var pull = keep(context.pull());
        var push = keep(context.push()).named("orders");
        push.connect(pull.bind("inproc://keys"));
        ZmqObservations.of(push, registry).send("tea", "42");
        assertThat(registry)
                .hasSingleObservationThat()
                .hasNameEqualTo("zmq4j.send")
                .hasContextualNameEqualTo("send orders")
                .hasLowCardinalityKeyValue("messaging.system", "zeromq")
                .hasLowCardinalityKeyValue("messaging.operation", "send")
                .hasLowCardinalityKeyValue("messaging.destination.name", "orders")
                .hasLowCardinalityKeyValue("zmq4j.socket.type", "PUSH")
                .hasLowCardinalityKeyValue("outcome", "ok")
                .hasHighCardinalityKeyValue("messaging.message.body.size", "5")
                .hasBeenStopped()
                .doesNotHaveError();
        assertThat(pull.receive(IN_TIME).orElseThrow()).isEqualTo(Message.of("tea", "42"));
    }

    @TestFactory
    Stream<DynamicTest> aSendThatIsNotMadeInTimeIsATimeout() {
        Sender nobody = ZmqObservations.of(keep(context.push()).sendTimeout(SHORT), registry);
        return Stream.of(
                DynamicTest.dynamicTest("trySend", () -> {
                    assertThat(nobody.trySend(Message.of("x"))).isFalse();
                    assertThat(registry)
                            .hasNumberOfObservationsWithNameEqualTo("zmq4j.send", 1)
                            .hasAnObservationWithAKeyValue("outcome", "timeout");
                }),
                DynamicTest.dynamicTest("send with a timeout", () -> {
                    registry.clear();
                    assertThat(nobody.send(Message.of("x"), SHORT)).isFalse();
                    assertThat(registry).hasSingleObservationThat().hasLowCardinalityKeyValue("outcome", "timeout");
                }),
                DynamicTest.dynamicTest("send", () -> {
                    registry.clear();
                    assertThatThrownBy(() -> nobody.send("x")).isInstanceOf(WaitTimeoutException.class);
                    assertThat(registry)
                            .hasSingleObservationThat()
                            .hasLowCardinalityKeyValue("outcome", "timeout")
                            .hasError();
                }));
    }

    @Test
    void aSendThatFailsIsAnError() {
        var push = keep(context.push());
        var view = ZmqObservations.of(push, registry);
        push.close();
        assertThatThrownBy(() -> view.send("x")).isInstanceOf(SocketClosedException.class);
        observed("zmq4j.send", "error");
        assertThat(registry).hasSingleObservationThat().hasError().hasBeenStopped();
    }

    @Test
    void aSendLaterIsObservedUntilItIsMade() {
        var push = keep(context.push());
        CompletableFuture<Void> sent = ZmqObservations.of(push, registry).sendAsync(Message.of("later"));
        assertThat(registry).hasSingleObservationThat().isNotStopped();
        var pull = keep(context.pull());
        push.connect(pull.bind("inproc://later"));
        assertThat(sent).succeedsWithin(IN_TIME);
        observed("zmq4j.send", "ok");
        assertThat(pull.receive(IN_TIME)).isPresent();
    }

    @Test
    void aMessageThatComesIsObservedInWhateverWayItIsReceived() throws Exception {
        var pull = keep(context.pull()).named("sink");
        var push = keep(context.push());
        push.connect(pull.bind("inproc://ways"));
        var view = ZmqObservations.of(pull, registry);
        for (int i = 0; i < 8; i++) {
            push.send("x");
        }
        view.receive();
        assertThat(view.receive(IN_TIME)).isPresent();
        assertThat(view.tryReceive()).isPresent();
        assertThat(view.receiveAsync().get(20, TimeUnit.SECONDS).text()).isEqualTo("x");
        assertThat(view.receiveFrom().message().text()).isEqualTo("x");
        assertThat(view.receiveFrom(IN_TIME)).isPresent();
        assertThat(view.tryReceiveFrom()).isPresent();
        assertThat(view.stream().limit(1).toList()).hasSize(1);
        assertThat(view.tryReceive()).isEmpty();
        assertThat(registry)
                .hasNumberOfObservationsEqualTo(8)
                .hasNumberOfObservationsWithNameEqualTo("zmq4j.receive", 8)
                .forAllObservationsWithNameEqualTo(
                        "zmq4j.receive",
                        it -> it.hasLowCardinalityKeyValue("outcome", "ok")
                                .hasLowCardinalityKeyValue("messaging.destination.name", "sink"));
    }

    @Test
    void aReceiveThatHasNothingInTimeIsATimeout() {
        assertThat(ZmqObservations.of(keep(context.pull()), registry).receive(SHORT))
                .isEmpty();
        observed("zmq4j.receive", "timeout");
    }

    @Test
    void aReceiveThatFailsIsAnErrorAndOneThatIsGivenUpIsNothing() {
        var pull = keep(context.pull());
        var view = ZmqObservations.of(pull, registry);
        var push = keep(context.push());
        push.connect(pull.bind("inproc://given-up"));
        CompletableFuture<Message> first = view.receiveAsync();
        assertThat(first.cancel(false)).isTrue();
        CompletableFuture<Message> late = view.receiveAsync().orTimeout(1, TimeUnit.MILLISECONDS);
        assertThat(late).failsWithin(IN_TIME);
        CompletableFuture<Message> second = view.receiveAsync();
        push.send("for the third");
        assertThat(second).succeedsWithin(IN_TIME).isEqualTo(Message.of("for the third"));
        pull.close();
        assertThatThrownBy(view::receive).isInstanceOf(SocketClosedException.class);
        assertThat(registry)
                .hasNumberOfObservationsWithNameEqualTo("zmq4j.receive", 3)
                .hasAnObservationWithAKeyValue("outcome", "error");
    }

    @Test
    void aHandlerRunsWithinItsObservationAndItsFailureIsAnError() throws Exception {
        var pull = keep(context.pull());
        var push = keep(context.push());
        push.connect(pull.bind("inproc://handler"));
        var handled = new CountDownLatch(2);
        var failures = new LinkedBlockingQueue<String>();
        var view = ZmqObservations.of(pull, registry);
        try (var consumption = view.onMessage(
                message -> {
                    assertThat(registry).hasRemainingCurrentObservation();
                    handled.countDown();
                    if (message.text().equals("bad")) {
                        throw new IllegalStateException("no good");
                    }
                },
                (message, failure) -> failures.add(message.text() + ": " + failure.getMessage()))) {
            push.send("good");
            push.send("bad");
            assertThat(handled.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(failures.poll(20, TimeUnit.SECONDS)).isEqualTo("bad: no good");
            assertThat(consumption.failed()).isEqualTo(1);
        }
        assertThat(registry)
                .hasNumberOfObservationsWithNameEqualTo("zmq4j.handle", 2)
                .hasAnObservationWithAKeyValue("outcome", "ok")
                .hasAnObservationWithAKeyValue("outcome", "error");
    }

    @Test
    void aRequestAndItsHandlingAreObserved() {
        var rep = keep(context.rep());
        var req = keep(context.req());
        req.connect(rep.bind("tcp://127.0.0.1:*"));
        ZmqObservations.of(rep, registry).serve(request -> Message.of("Hello, " + request.text()));
        assertThat(ZmqObservations.of(req, registry).request("World").text()).isEqualTo("Hello, World");
        observed("zmq4j.request", "ok");
        observed("zmq4j.handle", "ok");
    }

    @Test
    void manyRequestsAtOnceAreObservedUntilTheirReplies() {
        var router = keep(context.router());
        var dealer = keep(context.dealer());
        dealer.connect(router.bind("tcp://127.0.0.1:*"));
        ZmqObservations.of(router, registry).serve(request -> request);
        var view = ZmqObservations.of(dealer, registry);
        List<CompletableFuture<Message>> replies = Stream.of("a", "b", "c")
                .map(text -> view.request(text, IN_TIME))
                .toList();
        assertThat(replies.stream().map(reply -> reply.join().text())).containsExactly("a", "b", "c");
        awaitAsserted(
                registry,
                it -> assertThat(it)
                        .hasNumberOfObservationsWithNameEqualTo("zmq4j.request", 3)
                        .forAllObservationsWithNameEqualTo(
                                "zmq4j.request", each -> each.hasLowCardinalityKeyValue("outcome", "ok")));
    }

    @Test
    void aRequestWithoutAReplyIsATimeoutAndOneThatNobodyTakesAnError() {
        var rep = keep(context.rep());
        var req = keep(context.req());
        req.connect(rep.bind("inproc://silent"));
        var view = ZmqObservations.of(req, registry);
        assertThatThrownBy(() -> view.request(Message.of("?"), SHORT)).isInstanceOf(RequestFailedException.class);
        observed("zmq4j.request", "timeout");
        registry.clear();
        var alone = ZmqObservations.of(keep(context.dealer()), registry);
        assertThat(alone.request("?", SHORT)).failsWithin(IN_TIME);
        observed("zmq4j.request", "error");
    }

    @Test
    void aRequestThatIsRefusedAtOnceIsAnErrorThatHasEnded() {
        var view = ZmqObservations.of(keep(context.dealer()), registry);
        assertThatThrownBy(() -> view.request("?", Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThat(registry)
                .hasSingleObservationThat()
                .hasLowCardinalityKeyValue("outcome", "error")
                .hasBeenStopped();
    }

    @Test
    void aHandlerOfRequestsThatFailsIsAnError() {
        var rep = keep(context.rep());
        var req = keep(context.req());
        req.connect(rep.bind("tcp://127.0.0.1:*"));
        ZmqObservations.of(rep, registry).serve(request -> {
            throw new IllegalStateException("no good");
        });
        assertThat(req.request("?")).isEqualTo(Message.of("", "error"));
        observed("zmq4j.handle", "error");
    }

    @Test
    void everythingObservedIsDocumented() {
        aRequestAndItsHandlingAreObserved();
        for (var each : List.of(ZmqObservationDocumentation.REQUEST, ZmqObservationDocumentation.HANDLE)) {
            String[] keys = Stream.of(each.getLowCardinalityKeyNames(), each.getHighCardinalityKeyNames())
                    .flatMap(Stream::of)
                    .map(KeyName::asString)
                    .toArray(String[]::new);
            assertThat(registry)
                    .hasObservationWithNameEqualTo(each.getName())
                    .that()
                    .hasOnlyKeys(keys);
        }
    }
}
