package io.zmq4j.misuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.zmq4j.Consumption;
import io.zmq4j.Context;
import io.zmq4j.Proxy;
import io.zmq4j.Server;
import io.zmq4j.codec.Codec;
import io.zmq4j.error.DecodeException;
import io.zmq4j.error.EndpointException;
import io.zmq4j.error.MessageShapeException;
import io.zmq4j.error.SocketClosedException;
import io.zmq4j.error.SocketStateException;
import io.zmq4j.message.Message;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is wrong with a message, a codec, a request, a server, a loop or a handle is named, and what to do instead is said. */
class HelpfulErrorTest {
    private static final Duration IN_TIME = Duration.ofSeconds(30);

    private final Context context = Context.create();

    @AfterEach
    void close() {
        context.close(Duration.ZERO);
    }

    private static DynamicTest error(
            String misuse, Class<? extends Throwable> kind, String named, String advice, ThrowingCallable call) {
        return DynamicTest.dynamicTest(
                misuse,
                () -> assertThat(thrownBy(call))
                        .isInstanceOf(kind)
                        .message()
                        .contains(named)
                        .contains(advice)
                        .hasSizeLessThan(200));
    }

    private static Throwable thrownBy(ThrowingCallable call) {
        return assertTimeoutPreemptively(IN_TIME, () -> {
            try {
                call.call();
                return null;
            } catch (ExecutionException e) {
                return e.getCause();
            } catch (Throwable e) {
                return e;
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> messages() {
        Class<IllegalStateException> state = IllegalStateException.class;
        Message one = Message.of("abc");
        return Stream.of(
                error(
                        "without frames",
                        state,
                        "at least one frame",
                        "such as empty()",
                        () -> Message.builder().build()),
                error(
                        "a frame that is not there",
                        IndexOutOfBoundsException.class,
                        "no frame 2",
                        "has 2 frames, counted from 0",
                        () -> one.append("d").text(2)),
                error(
                        "the rest of nothing",
                        IndexOutOfBoundsException.class,
                        "no frame 1",
                        "has 1 frame,",
                        () -> one.from(1)),
                error(
                        "text as a number",
                        state,
                        "this frame has 3",
                        "see size()",
                        () -> one.first().int64()),
                error("a reply to what has no sender", state, "one frame", "the body alone", () -> one.reply("yes")),
                error(
                        "a small buffer",
                        IllegalArgumentException.class,
                        "room for 2 bytes",
                        "at least the size",
                        () -> one.copyTo(ByteBuffer.allocate(2))));
    }

    @TestFactory
    Stream<DynamicTest> receivedValues() {
        var push = context.push();
        var pull = context.pull();
        push.connect(pull.bind("inproc://values"));
        return Stream.of(
                error("several frames as text", MessageShapeException.class, "2 frames", "use receive()", () -> {
                    push.send("a", "b");
                    pull.receiveText();
                }),
                error("several frames as bytes", MessageShapeException.class, "2 frames", "use receive()", () -> {
                    push.send("a", "b");
                    pull.receiveBytes();
                }),
                error(
                        "a codec that encodes nothing",
                        NullPointerException.class,
                        "PRICE",
                        "must give a message",
                        () -> push.send(
                                "x",
                                Codec.<String>of(value -> null, Message::text).named("PRICE"))),
                error("a codec that decodes nothing", DecodeException.class, "PRICE", "must give a value", () -> {
                    push.send("x");
                    pull.receive(Codec.<String>of(Message::of, message -> null).named("PRICE"));
                }),
                error("another topic", DecodeException.class, "\"sport\"", "no such topic", () -> {
                    push.send("weather", "fine");
                    pull.receive(Codec.text().underTopic("sport"));
                }));
    }

    @TestFactory
    Stream<DynamicTest> requestsAndServers() {
        Class<IllegalArgumentException> argument = IllegalArgumentException.class;
        Class<SocketStateException> state = SocketStateException.class;
        var dealer = context.dealer();
        var rep = context.rep();
        return Stream.of(
                error(
                        "no time",
                        argument,
                        "timeout is PT0S",
                        "must be positive",
                        () -> dealer.request("a", Duration.ZERO)),
                error("no room", argument, "count is 0", "at least 1", () -> dealer.maxOutstanding(0)),
                error("a loop over what futures get", state, "DEALER", "receive on another DEALER", () -> {
                    dealer.request("a", IN_TIME);
                    dealer.messages().iterator().next();
                }),
                error(
                        "no try",
                        argument,
                        "tries is 0",
                        "must be positive",
                        () -> context.req().request("a", IN_TIME, 0)),
                error(
                        "a REP for many at a time",
                        argument,
                        "handlers is 2",
                        "use a ROUTER",
                        () -> rep.serve(request -> request, it -> it.concurrency(2))),
                error("served twice", state, "REP", "stop its server first", () -> {
                    rep.serve(request -> request);
                    rep.serve(request -> request);
                }),
                error("a handler that waits for its server", state, "a handler", "let it return", () -> {
                    var router = context.router();
                    dealer.connect(router.bind("inproc://served"));
                    var server = new CompletableFuture<Server>();
                    var ended = new CompletableFuture<Void>();
                    server.complete(router.serve(
                            request -> outcome(ended, () -> server.join().await())));
                    dealer.send("", "a");
                    ended.get();
                }));
    }

    /** Tells how a call ended, and gives a reply. */
    private static Message outcome(CompletableFuture<Void> ended, ThrowingCallable call) {
        try {
            call.call();
            ended.complete(null);
        } catch (Throwable e) {
            ended.completeExceptionally(e);
        }
        return Message.empty();
    }

    @TestFactory
    Stream<DynamicTest> loops() {
        Class<IllegalArgumentException> argument = IllegalArgumentException.class;
        var push = context.push();
        var pull = context.pull();
        push.connect(pull.bind("inproc://loops"));
        return Stream.of(
                error("a window of none", argument, "window is 0", "from 1 to 100000", () -> push.subscriber(0)),
                error("a demand of none", argument, "0 messages", "one or more", () -> {
                    var told = new CompletableFuture<Void>();
                    pull.publisher().subscribe(new DemandOfNone(told));
                    told.get();
                }),
                error(
                        "a handler that waits for its end",
                        IllegalStateException.class,
                        "handler",
                        "let it return",
                        () -> {
                            var consumption = new CompletableFuture<Consumption>();
                            var ended = new CompletableFuture<Void>();
                            consumption.complete(pull.onMessage(message ->
                                    outcome(ended, () -> consumption.join().await())));
                            push.send("a");
                            ended.get();
                        }));
    }

    /** Asks for no message, and hears what is wrong with that. */
    private record DemandOfNone(CompletableFuture<Void> told) implements Flow.Subscriber<Message> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(0);
        }

        @Override
        public void onNext(Message message) {}

        @Override
        public void onError(Throwable failure) {
            told.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {}
    }

    @TestFactory
    Stream<DynamicTest> contextsOptionsAndHandles() {
        Class<IllegalArgumentException> argument = IllegalArgumentException.class;
        return Stream.of(
                error(
                        "a name of nothing",
                        argument,
                        "name is \"\"",
                        "1 to 100 characters",
                        () -> Context.builder().name("")),
                error(
                        "too many loops",
                        argument,
                        "ioLoops is 65",
                        "from 1 to 64",
                        () -> Context.builder().ioLoops(65)),
                error(
                        "a default that is none",
                        argument,
                        "RCVHWM = -1",
                        "allowed: 0 or more",
                        () -> Context.builder().sockets(all -> all.receiveHighWaterMark(-1))),
                error(
                        "an option that is none",
                        argument,
                        "ROUTING_ID = 0x00",
                        "the first of them not zero",
                        () -> context.dealer().routingId(new byte[1])),
                error(
                        "a socket named by two lines",
                        argument,
                        "name is \"a?b\"",
                        "none of them a control",
                        () -> context.pull().named("a\nb")),
                error(
                        "a binding given up twice",
                        EndpointException.class,
                        "inproc://gone",
                        "what bind was given",
                        () -> {
                            var pull = context.pull();
                            pull.bind("inproc://gone").close();
                            pull.unbind("inproc://gone");
                        }),
                error(
                        "a proxy the wrong way round",
                        argument,
                        "PUSH and PULL",
                        "exchange them",
                        () -> Proxy.between(context.push(), context.pull())),
                error("a closed context at the JVM's end", SocketClosedException.class, "context", "closed", () -> {
                    var closed = Context.create();
                    closed.close();
                    closed.closeOnShutdown(IN_TIME);
                }));
    }
}
