package io.zmq4j.misuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.zmq4j.Binding;
import io.zmq4j.Context;
import io.zmq4j.Device;
import io.zmq4j.PairSocket;
import io.zmq4j.PullSocket;
import io.zmq4j.RepSocket;
import io.zmq4j.ReqSocket;
import io.zmq4j.error.EndpointException;
import io.zmq4j.error.SocketStateException;
import io.zmq4j.error.UnroutableException;
import io.zmq4j.message.Message;
import io.zmq4j.options.SocketOptions;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that come at the wrong time, twice, or from the wrong place: refused at once, in words that help. */
class WrongStateTest {
    private static final Duration IN_TIME = Duration.ofSeconds(30);

    private final Context context = Context.create();

    @AfterEach
    void close() {
        context.close(Duration.ofSeconds(1));
    }

    private static void expect(Class<? extends Throwable> kind, String words, ThrowingCallable call) {
        Throwable thrown = assertTimeoutPreemptively(IN_TIME, () -> {
            try {
                call.call();
                return null;
            } catch (ExecutionException e) {
                return e.getCause();
            } catch (Throwable e) {
                return e;
            }
        });
        assertThat(thrown).isInstanceOf(kind).hasMessageContaining(words);
    }

    @Test
    void reqReceivesNothingBeforeItSent() {
        ReqSocket req = context.req();
        String words = "send one before receiving";
        expect(SocketStateException.class, words, req::receive);
        expect(SocketStateException.class, words, req::tryReceive);
        expect(SocketStateException.class, words, () -> req.receive(IN_TIME));
        expect(SocketStateException.class, words, () -> req.receiveAsync().get());
    }

    @Test
    void repSendsNothingBeforeItReceived() {
        RepSocket rep = context.rep();
        Message message = Message.of("reply");
        String words = "receive one before sending";
        expect(SocketStateException.class, words, () -> rep.send(message));
        expect(SocketStateException.class, words, () -> rep.trySend(message));
        expect(SocketStateException.class, words, () -> rep.send(message, IN_TIME));
        expect(SocketStateException.class, words, () -> rep.sendAsync(message).get());
    }

    @Test
    void aConversationGoesOnAfterAStepAtTheWrongTime() {
        RepSocket rep = context.rep();
        ReqSocket req = context.req();
        req.connect(rep.bind("inproc://talk"));
        Message message = Message.of("?");

        req.send("question");
        expect(SocketStateException.class, "receive it before sending", () -> req.send(message));
        expect(SocketStateException.class, "receive it before sending", () -> req.send(message, IN_TIME));
        expect(SocketStateException.class, "receive it before sending", () -> req.request(message, IN_TIME, 1));
        assertThat(rep.receiveText()).isEqualTo("question");
        expect(SocketStateException.class, "send a reply before receiving", rep::receive);
        rep.send("answer");
        assertThat(req.receiveText()).isEqualTo("answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"inproc://once", "tcp://127.0.0.1:*", "ipc://*"})
    void whatIsBoundCannotBeBoundAgainAndStaysBound(String endpoint) {
        PullSocket pull = context.pull();
        String bound = pull.bind(endpoint).uri();
        expect(EndpointException.class, "cannot be bound", () -> pull.bind(bound));
        expect(EndpointException.class, "cannot be bound", () -> context.pair().bind(bound));
        expect(EndpointException.class, "is not connected", () -> pull.disconnect(bound));
        assertThat(pull.lastEndpoint()).isEqualTo(bound);

        pull.unbind(bound);
        expect(EndpointException.class, "is not bound", () -> pull.unbind(bound));
        assertThat(pull.bind(endpoint).uri()).isEqualTo(pull.lastEndpoint());
    }

    @Test
    void whatNobodyConnectedCannotBeDisconnected() {
        PullSocket pull = context.pull();
        expect(EndpointException.class, "is not connected", () -> pull.disconnect("tcp://127.0.0.1:5"));
        expect(EndpointException.class, "is not bound", () -> pull.unbind("inproc://nobody"));
        try (Binding door = context.pull().bind("inproc://pull")) {
            expect(EndpointException.class, "cannot talk to that", () -> pull.connect(door.uri()));
        }
        assertThat(pull.lastEndpoint()).isEmpty();
    }

    @Test
    void subscribingForAnXPubsPeersNeedsItsOption() {
        expect(
                SocketStateException.class,
                "set XPUB_MANUAL",
                () -> context.xpub().subscribe(new byte[1]));
        expect(
                SocketStateException.class,
                "set XPUB_MANUAL",
                () -> context.xpub().unsubscribe(new byte[1]));
    }

    @Test
    void aMandatoryPeerThatIsUnknownIsAnErrorThatSaysWhatToDo() {
        var router = context.router();
        router.set(SocketOptions.ROUTER_MANDATORY, true);
        expect(UnroutableException.class, "unset ROUTER_MANDATORY", () -> router.send("who", "what"));
    }

    @Test
    void anEndpointThatIsNoneLeavesTheNextConnectItsRoutingId() {
        var router = context.router();
        router.set(SocketOptions.CONNECT_ROUTING_ID, new byte[] {1});
        expect(EndpointException.class, "abstract", () -> router.connect("ipc://@abstract"));
        expect(EndpointException.class, "no port", () -> router.connect("tcp://host"));
        assertThat(router.get(SocketOptions.CONNECT_ROUTING_ID)).containsExactly(1);
    }

    @Test
    void aMonitorIsForThisMachineAndHasItsEndpointAlone() {
        PullSocket pull = context.pull();
        for (String network : List.of(
                "tcp://*:*",
                "tcp://0.0.0.0:*",
                "tcp://10.0.0.7:5555",
                "tcp://[::]:*",
                "tcp://example.org:5555",
                "tcp://eth0:1")) {
            expect(EndpointException.class, "without being asked who it is", () -> pull.monitor(network, 0xFFFF));
        }
        expect(EndpointException.class, "for this machine", () -> pull.monitor("epgm://eth0;239.192.1.1:5555", 0xFFFF));
        expect(EndpointException.class, "for this machine", () -> pull.monitor("nonsense", 0xFFFF));
        pull.monitor("inproc://events", 0xFFFF);
        expect(EndpointException.class, "cannot be bound", () -> pull.monitor("inproc://events", 0xFFFF));
    }

    @Test
    void aDeviceThatCannotBeBoundLeavesNothingBound() {
        String endpoint = "inproc://front";
        expect(EndpointException.class, "nonsense", () -> Device.queue(context, endpoint, "nonsense"));
        expect(EndpointException.class, "nonsense", () -> Device.forwarder(context, endpoint, "nonsense"));
        expect(EndpointException.class, "nonsense", () -> Device.streamer(context, endpoint, "nonsense"));
        assertThat(context.pull().bind(endpoint).uri()).isEqualTo(endpoint);
    }

    @Test
    void aClosedDeviceEndsAtOnce() {
        Device device = Device.queue(context, "inproc://front", "inproc://back");
        device.close();
        assertTimeoutPreemptively(IN_TIME, () -> {
            device.run();
            device.start().close();
        });
        assertThat(device.frontendEndpoint()).isEqualTo("inproc://front");
    }

    @Test
    void aPollerSaysWhatItCannotWaitFor() throws Exception {
        expect(
                IllegalStateException.class,
                "add something",
                () -> context.poller().poll());
        Pipe pipe = Pipe.open();
        try (var source = pipe.source()) {
            expect(
                    IllegalArgumentException.class,
                    "non-blocking",
                    () -> context.poller().onChannel(source, 1));
        } finally {
            pipe.sink().configureBlocking(false);
            pipe.sink().close();
        }
        expect(IllegalArgumentException.class, "open", () -> context.poller().onChannel(pipe.sink(), 4));
    }

    @Test
    void whatAnOptionTakesIsSaid() {
        PullSocket pull = context.pull();
        expect(IllegalArgumentException.class, "0 or more", () -> pull.set(SocketOptions.RCVHWM, -5));
        expect(IllegalArgumentException.class, "an integer", () -> pull.set("RCVHWM", "many"));
        expect(IllegalArgumentException.class, "0 or more", () -> pull.set("zmq_rcvhwm", "-7"));
        expect(IllegalArgumentException.class, "milliseconds", () -> pull.set("LINGER", "5s"));
        expect(IllegalArgumentException.class, "2147483647 ms", () -> pull.set("LINGER", "9".repeat(20)));
        expect(IllegalArgumentException.class, "RCVHWM, SNDHWM", () -> pull.set("HWM", "1"));
        assertThat(pull.get(SocketOptions.RCVHWM)).isEqualTo(1000);
    }

    /** Whatever the value: that it is not allowed would be the wrong thing to mend. */
    @Test
    void anOptionOfOtherSocketTypesIsSaidToBeTheirs() {
        PullSocket pull = context.pull();
        String words = "is not an option of PULL sockets; it is one of REQ, REP, DEALER, ROUTER";
        expect(IllegalArgumentException.class, words, () -> pull.get(SocketOptions.ROUTING_ID));
        for (byte[] value : List.of(new byte[] {1}, new byte[] {0})) {
            expect(IllegalArgumentException.class, words, () -> pull.set(SocketOptions.ROUTING_ID, value));
        }
        expect(IllegalArgumentException.class, words, () -> pull.set("ROUTING_ID", "0x0"));
    }

    @Test
    void aListenerMayCloseItsSocketAndItsContext() throws Exception {
        PullSocket pull = context.pull();
        var closed = new CompletableFuture<Void>();
        pull.onEvent(event -> {
            pull.close();
            context.close(Duration.ofSeconds(1));
            closed.complete(null);
        });
        pull.bind("tcp://127.0.0.1:*");
        closed.get(IN_TIME.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void whatHangsOnAFutureMayCloseTheContext() throws Exception {
        PairSocket one = context.pair();
        PairSocket other = context.pair();
        other.connect(one.bind("inproc://both"));
        CompletableFuture<Void> closed = one.receiveAsync().thenRun(() -> context.close(Duration.ofSeconds(1)));
        other.send("come");
        closed.get(IN_TIME.toSeconds(), TimeUnit.SECONDS);
        assertThat(other.isClosed()).isTrue();
    }

    @Test
    void anInterruptedThreadMayStillDoWhatDoesNotWait() {
        Thread.currentThread().interrupt();
        try {
            PullSocket pull = context.pull();
            pull.bind("tcp://127.0.0.1:*");
            assertThat(pull.tryReceive()).isEmpty();
            pull.close();
            context.close();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
