package io.zmq4j.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.loop.Daemons;
import io.zmq4j.loop.Loop;
import io.zmq4j.message.Message;
import io.zmq4j.transport.MemoryWire;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.engine.EngineOptions;
import io.zmq4j.zmtp.engine.ZmtpEngine;
import io.zmq4j.zmtp.mechanism.Mechanism;
import io.zmq4j.zmtp.mechanism.NullMechanism;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.Metadata;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections whose handshake asks for work that takes as long as the test likes. */
class AskingHandshakeTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Loop loop = new Loop(new Daemons("connection-under-test"));
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final BufferPool pool = new BufferPool(Runnable::run);
    private final CountDownLatch release = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(2);
    private final CountDownLatch over = new CountDownLatch(2);

    private final class Owner extends ConnectionTest.Owner {
        @Override
        public Executor workers() {
            return workers;
        }
    }

    /** READY each way, but each side's only when its work is done. */
    private class Slow implements Mechanism {
        private final Metadata own;

        Slow(Metadata own) {
            this.own = own;
        }

        @Override
        public String name() {
            return "SLOW";
        }

        @Override
        public Step start() {
            return Step.working(() -> {
                asked.countDown();
                assertThat(loop.isDrivenByMe()).isFalse();
                assertThat(release.await(10, TimeUnit.SECONDS)).isTrue();
                return () -> Step.sending(Command.of(Command.READY, own.encode()));
            });
        }

        @Override
        public void end() {
            over.countDown();
        }

        @Override
        public Step receive(Command command) throws ProtocolException {
            return Step.done(Metadata.parse(command.body(), command.dataOffset()));
        }
    }

    @AfterEach
    void close() {
        release.countDown();
        loop.close();
        workers.shutdownNow();
        assertThat(MemoryWire.trouble()).isNull();
    }

    private Connection begin(
            MemoryWire wire, SocketType type, ConnectionTest.Owner owner, Function<Metadata, Mechanism> mechanism) {
        return begin(wire, type, owner, mechanism, LONG);
    }

    private Connection begin(
            MemoryWire wire,
            SocketType type,
            ConnectionTest.Owner owner,
            Function<Metadata, Mechanism> mechanism,
            Duration handshakeInterval) {
        var options = new EngineOptions(
                type,
                new byte[0],
                -1,
                handshakeInterval,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                new OtherSecurity(mechanism),
                false);
        var connection = new Connection(wire, loop, pool, ZmtpEngine.with(options), owner, owner);
        loop.execute(() -> {
            assertThat(connection.open()).isTrue();
            connection.start();
            loop.needsDriver();
        });
        return connection;
    }

    private static Message take(ConnectionTest.Owner owner) {
        ConnectionTest.awaitUntil(() -> !owner.pipe.inbound().isEmpty());
        return owner.pipe.inbound().poll();
    }

    @Test
    void othersGoOnWhileOneHandshakeWorks() throws Exception {
        MemoryWire[] slow = MemoryWire.pair(100);
        var slowPush = new Owner();
        var slowPull = new Owner();
        slowPush.put(Message.of("queued before"));
        Connection pushing = begin(slow[0], SocketType.PUSH, slowPush, Slow::new);
        Connection pulling = begin(slow[1], SocketType.PULL, slowPull, Slow::new);
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        MemoryWire[] quick = MemoryWire.pair(100);
        var quickPush = new Owner();
        var quickPull = new Owner();
        quickPush.put(Message.of("meanwhile"));
        Connection quickPushing = begin(quick[0], SocketType.PUSH, quickPush, NullMechanism::new);
        Connection quickPulling = begin(quick[1], SocketType.PULL, quickPull, NullMechanism::new);
        assertThat(take(quickPull)).isEqualTo(Message.of("meanwhile"));
        assertThat(slowPull.ready).isNotCompleted();

        release.countDown();
        assertThat(take(slowPull)).isEqualTo(Message.of("queued before"));
        for (Connection each : new Connection[] {pushing, pulling, quickPushing, quickPulling}) {
            each.close(CloseReason.CLOSED_LOCALLY, "");
        }
        assertThat(slowPush.awaitClosed().wasReady()).isTrue();
    }

    @Test
    void theHandshakesTimeEndsOneWhoseAnswerDoesNotCome() throws Exception {
        MemoryWire[] wires = MemoryWire.pair(100);
        var push = new Owner();
        var pull = new Owner();
        begin(wires[0], SocketType.PUSH, push, Slow::new, Duration.ofMillis(100));
        begin(wires[1], SocketType.PULL, pull, Slow::new);

        assertThat(push.awaitClosed().ending().reason()).isEqualTo(CloseReason.HANDSHAKE_TIMEOUT);

        // The answer comes to a connection that is not there any more.
        release.countDown();
        assertThat(pull.awaitClosed().wasReady()).isFalse();
    }

    @Test
    void aPeerThatLeavesMeanwhileIsMissedAtOnce() throws Exception {
        MemoryWire[] wires = MemoryWire.pair(100);
        var push = new Owner();
        var pull = new Owner();
        begin(wires[0], SocketType.PUSH, push, Slow::new);
        Connection leaving = begin(wires[1], SocketType.PULL, pull, Slow::new);
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

        leaving.close(CloseReason.CLOSED_LOCALLY, "");

        assertThat(push.awaitClosed().ending().reason()).isEqualTo(CloseReason.CONNECTION_LOST);
    }

    /** For whatever reason: its secrets are of no use any more. */
    @Test
    void aHandshakeHearsOfItsConnectionsEnd() throws Exception {
        MemoryWire[] wires = MemoryWire.pair(100);
        var push = new Owner();
        var pull = new Owner();
        begin(wires[0], SocketType.PUSH, push, Slow::new);
        Connection leaving = begin(wires[1], SocketType.PULL, pull, Slow::new);
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(over.getCount()).isEqualTo(2);

        leaving.close(CloseReason.CLOSED_LOCALLY, "");

        assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void workThatFailsEndsTheHandshake() throws Exception {
        MemoryWire[] wires = MemoryWire.pair(100);
        var push = new Owner();
        var pull = new Owner();
        begin(wires[0], SocketType.PUSH, push, own -> new Slow(own) {
            @Override
            public Step start() {
                return Step.working(() -> {
                    throw new IllegalStateException("planted");
                });
            }
        });
        begin(wires[1], SocketType.PULL, pull, Slow::new);

        assertThat(push.awaitClosed().ending().detail()).contains("planted");
    }
}
