package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.RECONNECT_IVL;
import static io.zmq4j.options.SocketOptions.ROUTING_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Receiver;
import io.zmq4j.Sender;
import io.zmq4j.Socket;
import io.zmq4j.event.SocketEvent;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of our sockets and one of another party's, at the two ends of a connection, and what they can say to each other. */
class Conversation {
    private static final Duration SYNC_INTERVAL = Duration.ofMillis(20);
    private static final Duration RECONNECT_SOON = Duration.ofMillis(10);

    private final Rig rig;
    private final Party party;
    private final Pairing pairing;
    private final String endpoint;
    private final boolean weBind;
    private final boolean beats;
    private @Nullable Socket ours;
    private @Nullable EventLog log;
    private @Nullable Partner theirs;
    private List<byte[]> envelope;

    /** @param beats whether both sides send heartbeats */
    Conversation(Rig rig, Party party, Pairing pairing, String endpoint, boolean weBind, boolean beats) {
        this.rig = rig;
        this.party = party;
        this.pairing = pairing;
        this.endpoint = endpoint;
        this.weBind = weBind;
        this.beats = beats;
        envelope = List.of(pairing.envelope()).stream()
                .map(frame -> frame.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    void openBinder() {
        if (weBind) {
            openOurs();
        } else {
            openTheirs();
        }
    }

    void openConnector() {
        if (weBind) {
            openTheirs();
        } else {
            openOurs();
        }
    }

    void openOurs() {
        ours = rig.context().socket(pairing.ours());
        log = EventLog.traced(ours);
        OwnPartner.prepare(ours, beats);
        if (pairing.ours().speech() == SocketType.Speech.ZMTP) {
            ours.set(RECONNECT_IVL, RECONNECT_SOON);
        }
        if (pairing.ours() == SocketType.ROUTER) {
            ours.set(ROUTING_ID, Pairing.OUR_ID.getBytes(StandardCharsets.UTF_8));
        }
        if (weBind) {
            ours.bind(endpoint);
        } else if (pairing.ours() == SocketType.DGRAM) {
            ours.bind("udp://127.0.0.1:*");
            envelope = List.of(endpoint.substring("udp://".length()).getBytes(StandardCharsets.US_ASCII));
        } else {
            ours.connect(endpoint);
        }
    }

    void openTheirs() {
        theirs = party.open(pairing.theirs(), beats, this::ours);
        if (weBind) {
            theirs.connect(endpoint);
        } else {
            theirs.bind(endpoint);
        }
    }

    Socket ours() {
        assertThat(ours).isNotNull();
        return ours;
    }

    Partner theirs() {
        assertThat(theirs).isNotNull();
        return theirs;
    }

    private EventLog log() {
        assertThat(log).isNotNull();
        return log;
    }

    /** Waits until both sides can talk. */
    void meet() {
        theirs().greet();
        if (endpoint.startsWith("udp://")) {
            return;
        }
        if (pairing.ours() == SocketType.STREAM) {
            // Who is there is the first thing that either side hears.
            theirs().receive();
            envelope = List.of(Rig.receive((Receiver) ours()).bytes(0));
            return;
        }
        switch (pairing.theirs().topics()) {
            case PUBLISHES -> awaitPublications();
            case SUBSCRIBES -> awaitSubscription();
            case NONE -> Rig.awaitPeer(ours());
        }
        if (pairing.ours() == SocketType.PEER) {
            envelope = List.of(ours().statistics().peers().get(0).routingId());
        }
    }

    private Message sync() {
        return inEnvelope(Message.of("sync"));
    }

    /** A publisher cannot be asked whether it knows of a subscription yet: it publishes until something arrives. */
    private void awaitPublications() {
        Rig.await("a publication", () -> {
            theirs().send(sync());
            return ((Receiver) ours()).receive(SYNC_INTERVAL).isPresent();
        });
    }

    private void awaitSubscription() {
        Rig.await("a subscription", () -> {
            theirs().attend();
            return ours().awaitPeer(SYNC_INTERVAL);
        });
    }

    /** Waits for the end of the handshake in this version of ZMTP. */
    void expectVersion(String version) {
        log().awaitTrace("received greeting ZMTP " + version);
    }

    /** Waits until this command has come, a PONG for our heartbeats or a PING for theirs. */
    void expectBeat(String command) {
        theirs().beat();
        log().awaitTrace("received " + command);
    }

    /** Insists that the conversation so far had no heartbeats in it. */
    void expectNoBeat() {
        assertThat(log().all()).noneMatch(event -> event.detail().contains("PING"));
    }

    /** Insists that the conversation so far was over one connection. */
    void expectNoBreak() {
        assertThat(log().all()).noneMatch(event -> event.type() == SocketEvent.Type.DISCONNECTED);
    }

    /** Sends one message the way the patterns allow: there, or there and back. */
    void carry(Message payload) {
        Message sent = inEnvelope(payload);
        switch (pairing.turn()) {
            case WE_SEND -> {
                send(sent);
                // A PEER's peer has no use for the number that was sent to.
                assertThat(theirs().receive()).isEqualTo(pairing.ours() == SocketType.PEER ? payload : sent);
            }
            case THEY_SEND -> {
                theirs().send(sent);
                assertThat(receive()).isEqualTo(sent);
            }
            case WE_ASK -> {
                send(sent);
                Message arrived = theirs().receive();
                assertThat(withoutEnvelope(arrived, payload)).isEqualTo(payload);
                theirs().send(arrived);
                assertThat(receive()).isEqualTo(sent);
            }
            case THEY_ASK -> {
                theirs().send(sent);
                Message arrived = receive();
                assertThat(withoutEnvelope(arrived, payload)).isEqualTo(payload);
                send(arrived);
                assertThat(theirs().receive()).isEqualTo(sent);
            }
        }
    }

    final void send(Message message) {
        Rig.send((Sender) ours(), message);
    }

    final Message receive() {
        Message message;
        do {
            message = Rig.receive((Receiver) ours());
        } while (message.equals(sync()));
        return message;
    }

    final Message inEnvelope(Message payload) {
        Message message = payload;
        for (int i = envelope.size() - 1; i >= 0; i--) {
            message = message.prepend(envelope.get(i));
        }
        return message;
    }

    /** The last frames of what came: whatever the receiving pattern put before them is its own affair. */
    private static Message withoutEnvelope(Message arrived, Message payload) {
        var frames = new ArrayList<byte[]>();
        for (int i = Math.max(0, arrived.frameCount() - payload.frameCount()); i < arrived.frameCount(); i++) {
            frames.add(arrived.bytes(i));
        }
        return Message.of(frames);
    }

    /** Ends it, and gives the endpoint back. */
    void close() {
        ours().close();
        theirs().close();
    }
}
