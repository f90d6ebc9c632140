package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.HANDSHAKE_IVL;
import static io.zmq4j.options.SocketOptions.LINGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.PullSocket;
import io.zmq4j.PushSocket;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.testkit.RawPeer;
import io.zmq4j.zmtp.CloseReason;
import java.time.Duration;

/** A PULL that bad peers visit, and a good client that must not feel it. */
final class Victim {
    /** Short, so that a test of what takes too long does not. */
    static final Duration HANDSHAKE_INTERVAL = Duration.ofMillis(250);

    /** What a loaded machine may add to it. */
    static final Duration SLACK = Duration.ofSeconds(1);

    private final PullSocket pull;
    private final PushSocket goodClient;
    private final EventLog events;
    private final String endpoint;
    private int lastMessage;

    Victim(Rig rig) {
        this(rig, Transport.TCP);
    }

    Victim(Rig rig, Transport transport) {
        pull = rig.context().pull();
        pull.set(HANDSHAKE_IVL, HANDSHAKE_INTERVAL);
        endpoint = pull.bind(transport.freshEndpoint()).uri();
        goodClient = rig.newContext().push();
        goodClient.set(LINGER, Duration.ZERO);
        goodClient.connect(endpoint);
        Rig.awaitPeer(pull);
        events = EventLog.of(pull);
    }

    String endpoint() {
        return endpoint;
    }

    PullSocket pull() {
        return pull;
    }

    /** A bad peer that has not said anything yet. */
    RawPeer visitor() {
        return RawPeer.connect(endpoint);
    }

    /** A bad peer whose handshake was good. */
    RawPeer guest() {
        RawPeer guest = visitor().handshake("PUSH");
        Rig.await("the guest is known", () -> pull.peerCount() == 2);
        return guest;
    }

    /** Waits for the event that ends a bad peer's connection, which must give this reason. */
    void expectEnd(SocketEvent.Type type, CloseReason reason) {
        SocketEvent event = events.await(type);
        assertThat(event.reason()).isEqualTo(reason);
        assertThat(event.peer()).isNotNull();
    }

    /** The good client's message must be the next that arrives: nothing of the bad peer's is delivered. */
    void expectUnharmed() {
        String text = "good " + ++lastMessage;
        Rig.send(goodClient, text);
        assertThat(Rig.receiveText(pull)).isEqualTo(text);
    }
}
