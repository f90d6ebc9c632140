package io.zmq4j.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.loop.Daemons;
import io.zmq4j.loop.Loop;
import io.zmq4j.message.Message;
import io.zmq4j.transport.Wire;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.SocketType;
import io.zmq4j.zmtp.engine.EngineOptions;
import io.zmq4j.zmtp.engine.ZmtpEngine;
import io.zmq4j.zmtp.wire.ProtocolException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A connection whose wire accepts as much as the test says, and lets of it go as much as that says. */
class HeldByWireTest {
    /** Flags, size, body. */
    private static final int FRAME = 1 + 1 + 3;

    /** The greeting, and READY with a socket type of four letters. */
    private static final int OPENING = 64 + 2 + 6 + 12 + 4 + 4;

    private final Loop loop = new Loop(new Daemons("connection-under-test"));
    private final Holding wire = new Holding();
    private Executor workers = Runnable::run;
    private Runnable whenBroken = () -> {};
    private Runnable whenDrained = () -> {};

    private final ConnectionTest.Owner owner = new ConnectionTest.Owner() {
        @Override
        public void onBroken() {
            whenBroken.run();
        }

        @Override
        public void onDrained(Connection connection) {
            whenDrained.run();
        }

        @Override
        public Executor workers() {
            return workers;
        }
    };

    private static final class Holding implements Wire {
        private final ByteArrayOutputStream accepted = new ByteArrayOutputStream();
        private final ByteBuffer opening = ByteBuffer.wrap(ConnectionTest.opening("PULL"));
        private int held;
        private boolean holds;
        private int takes = Integer.MAX_VALUE;
        private boolean breaks;
        private boolean ends = true;
        private int finishes;
        private @Nullable Host host;

        @Override
        public synchronized void open(Host host) {
            this.host = host;
            host.ready();
        }

        @Override
        public synchronized int read(ByteBuffer into) {
            int length = Math.min(opening.remaining(), into.remaining());
            into.put(opening.slice(opening.position(), length));
            opening.position(opening.position() + length);
            return length;
        }

        @Override
        public synchronized int write(ByteBuffer from) throws IOException {
            if (breaks) {
                // What it held has left, and then something went wrong.
                held = 0;
                throw new IOException("reset");
            }
            int length = Math.min(takes, from.remaining());
            for (int i = 0; i < length; i++) {
                accepted.write(from.get());
            }
            held += holds ? length : 0;
            return length;
        }

        @Override
        public synchronized boolean owes() {
            return held > 0;
        }

        @Override
        public synchronized int unsent() {
            return held;
        }

        @Override
        public synchronized boolean finish() {
            finishes++;
            return ends;
        }

        @Override
        public boolean want(int half, boolean wanted) {
            return true;
        }

        @Override
        public void close() {}

        synchronized void hold() {
            holds = true;
        }

        synchronized void takeAtMost(int bytes) {
            takes = bytes;
        }

        synchronized void breakOff() {
            breaks = true;
        }

        synchronized int accepted() {
            return accepted.size();
        }

        synchronized int held() {
            return held;
        }

        synchronized int finishes() {
            return finishes;
        }

        /** All but so many bytes leave. */
        void letGoBut(int rest) {
            synchronized (this) {
                held = rest;
            }
            host().ready();
        }

        void end() {
            synchronized (this) {
                ends = true;
            }
            host().ready();
        }

        Host host() {
            return Objects.requireNonNull(host);
        }
    }

    @AfterEach
    void close() {
        loop.close();
    }

    private Connection begin() throws Exception {
        var options = new EngineOptions(
                SocketType.PUSH, new byte[0], -1, Duration.ofSeconds(30), Duration.ZERO, Duration.ZERO, Duration.ZERO);
        var connection =
                new Connection(wire, loop, new BufferPool(Runnable::run), ZmtpEngine.with(options), owner, owner);
        loop.execute(() -> {
            assertThat(connection.open()).isTrue();
            connection.start();
        });
        owner.ready.get();
        ConnectionTest.awaitUntil(() -> wire.accepted() == OPENING);
        return connection;
    }

    private Connection beginAndHoldThree() throws Exception {
        return beginAndHoldThree(Integer.MAX_VALUE);
    }

    private Connection beginAndHoldThree(int atATime) throws Exception {
        Connection connection = begin();
        wire.takeAtMost(atATime);
        wire.hold();
        // At once: whoever finds one of them alone would send it, and the wire takes no more then.
        owner.put(Message.of("one"), Message.of("two"), Message.of("six"));
        connection.flush();
        ConnectionTest.awaitUntil(() -> wire.held() > 0);
        return connection;
    }

    @Test
    void whatTheWireHeldWhenItDiedComesBack() throws Exception {
        Connection connection = beginAndHoldThree();
        assertThat(connection.isDrained()).isFalse();
        wire.letGoBut(2 * FRAME - 1);

        connection.close(CloseReason.CONNECTION_LOST, "");

        assertThat(owner.awaitClosed().unsent()).containsExactly(Message.of("two"), Message.of("six"));
    }

    /** It takes the first message and a part of the second, then lets go of these and takes the next few bytes, and dies. */
    @Test
    void whatItTookInPartsComesBackFromTheFirstThatHasNotLeftWhole() throws Exception {
        Connection connection = beginAndHoldThree(FRAME + 2);
        wire.letGoBut(0);
        ConnectionTest.awaitUntil(() -> wire.accepted() == OPENING + 2 * (FRAME + 2));
        wire.letGoBut(FRAME);

        connection.close(CloseReason.CONNECTION_LOST, "");

        assertThat(owner.awaitClosed().unsent()).containsExactly(Message.of("two"), Message.of("six"));
    }

    @Test
    void whatLeftInTheCallThatFailedDoesNotComeBack() throws Exception {
        beginAndHoldThree(FRAME);
        wire.breakOff();

        wire.host().ready();

        assertThat(owner.awaitClosed().unsent()).containsExactly(Message.of("two"), Message.of("six"));
    }

    @Test
    void whatHasLeftDoesNot() throws Exception {
        Connection connection = beginAndHoldThree();
        wire.letGoBut(0);
        ConnectionTest.awaitUntil(connection::isDrained);

        connection.close(CloseReason.CONNECTION_LOST, "");

        assertThat(owner.awaitClosed().unsent()).isEmpty();
    }

    @Test
    void theOutputEndsWhenAllHasLeftAndTheWireHasSaidItsOwnLastWord() throws Exception {
        Connection connection = beginAndHoldThree();
        wire.ends = false;
        connection.sayGoodbye();
        assertThat(wire.finishes()).isZero();

        wire.letGoBut(0);
        ConnectionTest.awaitUntil(() -> wire.finishes() > 0);
        assertThat(connection.hasSaidGoodbye()).isFalse();

        // Nothing goes after the last word, and that is asked for until it has left.
        owner.put(Message.of("late"));
        int accepted = wire.accepted();
        wire.host().ready();
        ConnectionTest.awaitUntil(() -> wire.finishes() > 1);
        assertThat(connection.hasSaidGoodbye()).isFalse();
        assertThat(wire.accepted()).isEqualTo(accepted);

        wire.end();
        ConnectionTest.awaitUntil(connection::hasSaidGoodbye);
        connection.close(CloseReason.CLOSED_LOCALLY, "");
        owner.awaitClosed();
    }

    /** Else the gate stays shut, the peer's end is reported for ever, and nobody can close what nobody can enter. */
    @Test
    void anOwnerWhoseMemoryEndsWhenItIsToldOfABreakKeepsNoGate() throws Exception {
        Connection connection = begin();
        whenBroken = () -> {
            throw new OutOfMemoryError("planted");
        };
        wire.breakOff();
        owner.put(Message.of("one"));

        connection.flush();

        assertThat(owner.awaitClosed().ending().reason()).isEqualTo(CloseReason.INTERNAL_ERROR);
        assertThat(owner.awaitClosed().unsent()).containsExactly(Message.of("one"));
    }

    @Test
    void anOwnerWhoseMemoryEndsWhenAllHasLeftKeepsNoLastWords() throws Exception {
        Connection connection = begin();
        whenDrained = () -> {
            throw new OutOfMemoryError("planted");
        };

        try {
            connection.closeAfterLastWords(new ProtocolException(CloseReason.MALFORMED_COMMAND, "planted"));
        } catch (OutOfMemoryError e) {
            // It is the caller's if no other thread was at the gate.
        }

        assertThat(owner.awaitClosed().ending().reason()).isEqualTo(CloseReason.MALFORMED_COMMAND);
    }

    @Test
    void workForWhichThereIsNoThreadEndsTheConnection() throws Exception {
        begin();
        workers = task -> {
            throw new OutOfMemoryError("unable to create native thread");
        };

        wire.host().work(() -> {});

        assertThat(owner.awaitClosed().ending().reason()).isEqualTo(CloseReason.INTERNAL_ERROR);
    }

    @Test
    void workThatFailsEndsTheConnection() throws Exception {
        begin();

        wire.host().work(() -> {
            throw new IllegalStateException("planted");
        });

        assertThat(owner.awaitClosed().ending().detail()).contains("planted");
    }

    @Test
    void workAfterTheContextHasEndedIsNotDone() throws Exception {
        Connection connection = begin();
        workers = task -> {
            throw new RejectedExecutionException("planted");
        };

        wire.host().work(() -> {});

        assertThat(owner.closed).isNotCompleted();
        connection.close(CloseReason.CLOSED_LOCALLY, "");
        assertThat(owner.awaitClosed().ending().reason()).isEqualTo(CloseReason.CLOSED_LOCALLY);
    }
}
