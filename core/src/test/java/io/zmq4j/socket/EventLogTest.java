package io.zmq4j.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.event.SocketEvent;
import io.zmq4j.event.SocketEvent.Type;
import io.zmq4j.snapshot.LoggedEvent;
import org.junit.jupiter.api.Test;

class EventLogTest {
    private final EventLog log = new EventLog();

    private void add(long socketId, Type type, String endpoint) {
        log.add(socketId, "PUSH #" + socketId, new SocketEvent(type, endpoint, null, null, "", 0));
    }

    @Test
    void theLastOnesAreRemembered() {
        for (int i = 1; i <= 300; i++) {
            add(1, Type.ACCEPTED, "tcp://here");
        }
        assertThat(log.events()).hasSize(EventLog.MOST);
        assertThat(log.events().get(0).number()).isEqualTo(45);
        assertThat(log.events().get(EventLog.MOST - 1).number()).isEqualTo(300);
    }

    @Test
    void tracesAreNot() {
        add(1, Type.TRACE, "tcp://here");
        assertThat(log.events()).isEmpty();
    }

    @Test
    void ofTriesThatFailTheFirstAndTheLastAreRemembered() {
        add(1, Type.DISCONNECTED, "tcp://there");
        for (int i = 0; i < 1000; i++) {
            add(1, Type.CONNECT_DELAYED, "tcp://there");
            add(1, Type.CONNECT_RETRIED, "tcp://there");
            add(2, Type.CONNECT_RETRIED, "tcp://there");
            add(1, Type.CONNECT_RETRIED, "tcp://elsewhere");
        }
        assertThat(log.events())
                .extracting(LoggedEvent::number)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 3998L, 3999L, 4000L, 4001L);
    }

    @Test
    void whatFailedBeforeAConnectionIsRememberedBesideWhatFailedAfterIt() {
        add(1, Type.CONNECT_RETRIED, "tcp://there");
        add(1, Type.HANDSHAKE_SUCCEEDED, "tcp://there");
        add(1, Type.DISCONNECTED, "tcp://there");
        add(1, Type.CONNECT_RETRIED, "tcp://there");
        assertThat(log.events()).hasSize(4);
    }
}
