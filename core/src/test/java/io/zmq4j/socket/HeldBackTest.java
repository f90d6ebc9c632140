package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import io.zmq4j.outbox.Flush;
import io.zmq4j.pipe.QuietFar;
import io.zmq4j.zmtp.SocketType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who looks after a message that waits for company. */
class HeldBackTest {
    private static final Message MESSAGE = Message.of("it");

    private final Sockets sockets = new Sockets();
    private final LockedPattern pattern =
            (LockedPattern) sockets.open(SocketType.PUSH).pipeOwner();
    private final Holding far = new Holding();

    /** Holds everything back, and nobody is in a hurry. */
    private static final class Holding extends QuietFar {
        private int caretakers;
        private int flushes;

        @Override
        public Flush onWritten(Message message) {
            return Flush.HELD_BACK;
        }

        @Override
        public void onHeldBack() {
            caretakers++;
        }

        @Override
        public void flush() {
            flushes++;
        }
    }

    @BeforeEach
    void attach() {
        far.attachTo(pattern);
    }

    @AfterEach
    void close() {
        sockets.close();
    }

    @Test
    void whatASenderLeavesIsTheCaretakers() {
        assertThat(pattern.trySend(MESSAGE)).isTrue();
        assertThat(far.caretakers).isEqualTo(1);
        assertThat(far.flushes).isZero();
    }

    @Test
    void whatAProxyPassesOnItSendsOffItself() {
        assertThat(pattern.trySendWithMore(MESSAGE)).isTrue();
        assertThat(pattern.trySendWithMore(MESSAGE)).isTrue();
        assertThat(far.caretakers).isZero();
        assertThat(far.flushes).isZero();

        pattern.flushHeldBack();
        assertThat(far.flushes).isEqualTo(1);
    }
}
