package io.zmq4j;

import static io.zmq4j.event.EndpointState.CLOSED;
import static io.zmq4j.event.EndpointState.CONNECTED;
import static io.zmq4j.event.EndpointState.GIVEN_UP;
import static io.zmq4j.event.EndpointState.LISTENING;
import static io.zmq4j.event.EndpointState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zmq4j.error.SocketClosedException;
import io.zmq4j.event.DropReason;
import io.zmq4j.event.Registration;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.options.SocketOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What bind and connect give: how the endpoint stands, and what becomes of it when the peer is the wrong one. */
class AttachmentTest {
    private static final Duration IN_TIME = Duration.ofSeconds(20);
    private static final String TCP = "tcp://127.0.0.1:*";
    private static final String INPROC = "inproc://name";

    private final Context here = Context.create();
    private final Context there = Context.create();

    @AfterEach
    void close() {
        here.close(Duration.ZERO);
        there.close(Duration.ZERO);
    }

    private static void awaitUntil(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + IN_TIME.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s, in time", what).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static String closedPort() throws IOException {
        try (var closed = new ServerSocket(0)) {
            return "tcp://127.0.0.1:" + closed.getLocalPort();
        }
    }

    // ---- how it stands

    @ParameterizedTest
    @ValueSource(strings = {TCP, INPROC})
    void bothEndsTellOfTheirPeers(String endpoint) {
        var pull = here.pull();
        Binding door = pull.bind(endpoint);
        assertThat(door.state()).isEqualTo(LISTENING);
        assertThat(door.peerCount()).isZero();
        var push = here.push();

        Connection line = push.connect(door);
        assertThat(line.awaitPeer(IN_TIME)).isTrue();
        assertThat(door.awaitPeer(IN_TIME)).isTrue();

        assertThat(line.state()).isEqualTo(CONNECTED);
        assertThat(line.lastError()).isEmpty();
        assertThat(line.nextTry()).isEmpty();
        assertThat(line.peerCount()).isEqualTo(1);
        assertThat(door.peerCount()).isEqualTo(1);

        line.close();
        assertThat(line.state()).isEqualTo(CLOSED);
        awaitUntil("the peer is gone", () -> door.peerCount() == 0 && line.peerCount() == 0);
        assertThat(door.state()).isEqualTo(LISTENING);
    }

    @Test
    void eachEndpointCountsItsOwnPeers() {
        var pull = here.pull();
        Binding first = pull.bind(TCP);
        Binding second = pull.bind(TCP);

        var push = there.push();
        Connection line = push.connect(second);

        assertThat(second.awaitPeer(IN_TIME)).isTrue();
        assertThat(line.awaitPeer(IN_TIME)).isTrue();
        assertThat(first.peerCount()).isZero();
        assertThat(first.awaitPeer(Duration.ZERO)).isFalse();
    }

    @Test
    void whoeverCannotConnectSaysWhyAndWhenItTriesAgain() throws IOException {
        var push = here.push();
        push.set(SocketOptions.RECONNECT_IVL, Duration.ofSeconds(1000));

        Connection line = push.connect(closedPort());

        awaitUntil("it waits", () -> line.state() == WAITING);
        assertThat(line.lastError()).hasValueSatisfying(why -> assertThat(why).contains("refused"));
        assertThat(line.nextTry())
                .hasValueSatisfying(
                        next -> assertThat(next).isBetween(Duration.ofSeconds(900), Duration.ofSeconds(2000)));
        assertThat(push.toString())
                .startsWith("PUSH [connected " + line.uri() + " WAITING ")
                .contains("refused");
    }

    @Test
    void anInprocConnectionWaitsForTheName() {
        var push = here.push();
        Connection line = push.connect(INPROC);
        assertThat(line.state()).isEqualTo(WAITING);
        assertThat(line.nextTry()).isEmpty();
        assertThat(line.lastError()).contains("no socket of this context has bound the name");

        Binding door = here.pull().bind(INPROC);
        assertThat(line.awaitPeer(IN_TIME)).isTrue();
        assertThat(line.lastError()).isEmpty();

        door.close();
        assertThat(line.state()).isEqualTo(WAITING);
        assertThat(door.state()).isEqualTo(CLOSED);
        assertThat(door.peerCount()).isZero();
        assertThat(line.lastError()).contains("the socket that had bound the name is gone");
    }

    @Test
    void onlyTcpHasAPort() {
        var pull = here.pull();
        Binding door = pull.bind(TCP);
        assertThat(door.uri()).isEqualTo("tcp://127.0.0.1:" + door.port());
        assertThat(pull.bind(INPROC).port()).isEqualTo(-1);
    }

    @Test
    void aSocketNamesItsEndpointsAndPeers() {
        var pull = here.pull();
        assertThat(pull).hasToString("PULL []");
        Binding door = pull.bind(TCP);
        Binding inner = pull.bind(INPROC);
        var push = here.push();
        push.connect(inner);
        assertThat(inner.awaitPeer(IN_TIME)).isTrue();

        assertThat(pull).hasToString("PULL [bound " + door.uri() + " → 0 peers; bound inproc://name → 1 peer]");
        assertThat(push).hasToString("PUSH [connected inproc://name]");
        push.named("ticker");
        assertThat(push).hasToString("PUSH \"ticker\" [connected inproc://name]");
        push.close();
        assertThat(push).hasToString("PUSH \"ticker\" [closed]");
    }

    // ---- the end

    @Test
    void aWaitForAPeerEndsWithTheEndpoint() throws Exception {
        var push = here.push();
        Connection line = push.connect(closedPort());
        var waiting = CompletableFuture.supplyAsync(() -> line.awaitPeer(Duration.ofSeconds(-1)));

        line.close();

        assertThat(waiting.get(IN_TIME.toSeconds(), TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void aWaitForAPeerEndsWithTheSocket() throws Exception {
        var push = here.push();
        Connection line = push.connect(closedPort());
        var waiting = CompletableFuture.supplyAsync(() -> line.awaitPeer(Duration.ofSeconds(-1)));

        push.close();

        assertThat(waiting.handle((met, failure) -> failure).get(IN_TIME.toSeconds(), TimeUnit.SECONDS))
                .hasCauseInstanceOf(SocketClosedException.class);
        assertThatThrownBy(() -> line.awaitPeer(Duration.ZERO)).isInstanceOf(SocketClosedException.class);
        assertThat(line.state()).isEqualTo(CLOSED);
    }

    @Test
    void closingTwiceIsClosingOnce() {
        var pull = here.pull();
        Binding door = pull.bind(TCP);
        door.close();
        assertThat(door.state()).isEqualTo(CLOSED);
        pull.bind(door.uri());
        door.close();
        assertThat(pull.toString()).startsWith("PULL [bound ");
    }

    @Test
    void aListenerIsRemovedWithoutACheckedException() {
        var pull = here.pull();
        var told = new CompletableFuture<SocketEvent>();
        Registration registration = pull.onEvent(told::complete);
        registration.close();
        registration.close();
        assertThat(told.orTimeout(IN_TIME.toSeconds(), TimeUnit.SECONDS).join().type())
                .isEqualTo(SocketEvent.Type.MONITOR_STOPPED);
    }

    // ---- no further try

    @Test
    void whoStopsAfterARefusalIsGivenUp() throws IOException {
        var push = here.push().reconnectStop(1);
        Connection line = push.connect(closedPort());

        awaitUntil("it is given up", () -> line.state() == GIVEN_UP);
        assertThat(line.lastError()).isPresent();
    }

    @Test
    void whoStopsAfterAFailedHandshakeIsGivenUp() {
        var wrong = there.pub();
        Binding door = wrong.bind(TCP);
        var push = here.push().reconnectStop(2);
        Connection line = push.connect(door);

        awaitUntil("it is given up", () -> line.state() == GIVEN_UP);
    }

    @Test
    void aRefusalDoesNotStopWhoStopsAfterAHandshakeAlone() throws IOException {
        var push = here.push().reconnectStop(2).reconnectInterval(Duration.ofMillis(1));
        var retries = new AtomicInteger();
        Registration registration = push.onEvent(event -> {
            if (event.type() == SocketEvent.Type.CONNECT_RETRIED) {
                retries.incrementAndGet();
            }
        });
        Connection line = push.connect(closedPort());

        awaitUntil("it is tried again and again", () -> retries.get() > 3);
        assertThat(line.state()).isNotEqualTo(GIVEN_UP);
        registration.close();
    }

    // ---- the wrong peer

    @Test
    void theWrongPeerIsTriedAgainLate() {
        Binding wrong = there.pub().bind(TCP);
        var dealer = here.dealer();
        dealer.set(SocketOptions.RECONNECT_IVL_MAX, Duration.ofSeconds(90));

        Connection line = dealer.connect(wrong);
        dealer.send("queued");

        awaitUntil("it waits", () -> line.nextTry().isPresent());
        assertThat(line.state()).isEqualTo(WAITING);
        assertThat(line.nextTry().orElseThrow()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(90));
        assertThat(line.lastError()).hasValueSatisfying(why -> assertThat(why).contains("PUB"));
        assertThat(dealer.drops()).isEmpty();
    }

    @Test
    void anotherConnectTriesARepairedPeerAtOnce() {
        var wrong = there.pub();
        Binding door = wrong.bind(TCP);
        var dealer = here.dealer();
        Connection line = dealer.connect(door);
        dealer.send("queued");
        awaitUntil("it waits", () -> line.nextTry().isPresent());
        door.close();
        var right = there.dealer();
        right.bind(door.uri());

        Connection again = dealer.connect(door);

        assertThat(line.awaitPeer(IN_TIME)).isTrue();
        assertThat(again.state()).isEqualTo(CONNECTED);
        assertThat(right.receive(IN_TIME).orElseThrow().text()).isEqualTo("queued");
        assertThat(dealer.peerCount()).isEqualTo(1);
    }

    @Test
    void aCloseTriesARepairedPeerOnceMore() {
        Binding door = there.pub().bind(TCP);
        var push = here.push();
        Connection line = push.connect(door);
        push.send("queued");
        awaitUntil("it waits", () -> line.nextTry().isPresent());
        door.close();
        var right = there.pull();
        right.bind(door.uri());

        push.close();

        assertThat(right.receive(IN_TIME).orElseThrow().text()).isEqualTo("queued");
    }

    @Test
    void aCloseDoesNotWaitForTheWrongPeer() {
        Binding door = there.pub().bind(TCP);
        var push = here.push();
        Connection line = push.connect(door);
        push.send("queued");
        awaitUntil("it waits", () -> line.nextTry().isPresent());

        here.close(Duration.ofSeconds(-1));

        assertThat(push.drops()).containsEntry(DropReason.LINGER_EXPIRED, 1L);
    }

    @Test
    void withoutReconnectingTheWrongPeerIsGivenUp() {
        Binding door = there.pub().bind(TCP);
        var push = here.push();
        push.set(SocketOptions.RECONNECT_IVL, SocketOptions.FOREVER);

        Connection line = push.connect(door);

        assertThat(line.awaitPeer(Duration.ofSeconds(-1))).isFalse();
        assertThat(line.state()).isEqualTo(GIVEN_UP);
        assertThat(line.lastError()).hasValueSatisfying(why -> assertThat(why).contains("PUB"));
        line.close();
        assertThat(line.state()).isEqualTo(GIVEN_UP);
    }
}
