package io.zmq4j.interop;

import static io.zmq4j.options.SocketOptions.LINGER;
import static io.zmq4j.options.SocketOptions.RECONNECT_IVL;
import static io.zmq4j.options.SocketOptions.ROUTING_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Receiver;
import io.zmq4j.Sender;
import io.zmq4j.Socket;
import io.zmq4j.SubSocket;
import io.zmq4j.XSubSocket;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One of our sockets and one of libzmq's, at the two ends of a connection, and what they can say to each other. */
final class Conversation {
    private static final Message SYNC = Message.of("sync");
    private static final Duration SYNC_INTERVAL = Duration.ofMillis(20);
    private static final Duration RECONNECT_SOON = Duration.ofMillis(10);

    private final Rig rig;
    private final Libzmq libzmq;
    private final Pairing pairing;
    private final boolean weBind;
    private final String endpoint;
    private @Nullable Socket ours;
    private @Nullable LibzmqSocket theirs;

    Conversation(Rig rig, Libzmq libzmq, Pairing pairing, Transport transport, boolean weBind) {
        this.rig = rig;
        this.libzmq = libzmq;
        this.pairing = pairing;
        this.weBind = weBind;
        endpoint = transport.freshEndpoint();
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
        ours.set(LINGER, Duration.ZERO);
        ours.set(RECONNECT_IVL, RECONNECT_SOON);
        if (pairing.ours() == SocketType.ROUTER) {
            ours.set(ROUTING_ID, Pairing.OUR_ID.getBytes(StandardCharsets.UTF_8));
        }
        if (ours instanceof SubSocket sub) {
            sub.subscribe("");
        }
        if (ours instanceof XSubSocket xsub) {
            xsub.subscribe(new byte[0]);
        }
        if (weBind) {
            ours.bind(endpoint);
        } else {
            ours.connect(endpoint);
        }
    }

    void openTheirs() {
        theirs = libzmq.open(pairing.theirs(), theirOptions());
        if (pairing.theirs() == SocketType.SUB) {
            theirs.subscribe("");
        }
        if (pairing.theirs() == SocketType.XSUB) {
            theirs.send("\u0001");
        }
        if (weBind) {
            theirs.connect(endpoint);
        } else {
            theirs.bind(endpoint);
        }
    }

    private String[] theirOptions() {
        String reconnect = "RECONNECT_IVL=" + RECONNECT_SOON.toMillis();
        return pairing.theirs() == SocketType.ROUTER
                ? new String[] {reconnect, "ROUTING_ID=" + Pairing.THEIR_ID}
                : new String[] {reconnect};
    }

    /** Closes our socket and waits until libzmq has noticed. */
    void closeOurs() {
        ours().close();
        theirs().await("DISCONNECTED");
        if (!weBind && theyWaitForPeers()) {
            theirs().awaitNobody();
        }
    }

    /** libzmq notices that an accepted peer is gone when it is called the next time, and until then sends to nobody. */
    private boolean theyWaitForPeers() {
        return Set.of(SocketType.REQ, SocketType.DEALER, SocketType.ROUTER, SocketType.PAIR, SocketType.PUSH)
                .contains(pairing.theirs());
    }

    Socket ours() {
        assertThat(ours).isNotNull();
        return ours;
    }

    LibzmqSocket theirs() {
        assertThat(theirs).isNotNull();
        return theirs;
    }

    private Sender oursAsSender() {
        return (Sender) ours();
    }

    private Receiver oursAsReceiver() {
        return (Receiver) ours();
    }

    /** Waits until both sides can talk. */
    void meet() {
        switch (pairing.theirs().topics()) {
            case PUBLISHES -> awaitPublications();
            case SUBSCRIBES -> awaitSubscription();
            case NONE -> Rig.awaitPeer(ours());
        }
    }

    /** A publisher cannot be asked whether it knows of a subscription yet: it publishes until something arrives. */
    private void awaitPublications() {
        Rig.await("a publication", () -> {
            theirs().send(SYNC);
            return oursAsReceiver().receive(SYNC_INTERVAL).isPresent();
        });
    }

    private void awaitSubscription() {
        Rig.await("a subscription", () -> {
            theirs().attend();
            return ours().awaitPeer(SYNC_INTERVAL);
        });
    }

    /** Sends one message the way the patterns allow: there, or there and back. */
    void carry(Message payload) {
        switch (pairing.turn()) {
            case WE_SEND -> {
                Rig.send(oursAsSender(), payload);
                assertThat(theirs().receive()).isEqualTo(payload);
            }
            case THEY_SEND -> {
                theirs().send(payload);
                assertThat(receive()).isEqualTo(payload);
            }
            case WE_ASK -> {
                Message question = inEnvelope(payload);
                Rig.send(oursAsSender(), question);
                Message arrived = theirs().receive();
                assertThat(withoutEnvelope(arrived, payload)).isEqualTo(payload);
                theirs().send(arrived);
                assertThat(receive()).isEqualTo(question);
            }
            case THEY_ASK -> {
                Message question = inEnvelope(payload);
                theirs().send(question);
                Message arrived = receive();
                assertThat(withoutEnvelope(arrived, payload)).isEqualTo(payload);
                Rig.send(oursAsSender(), arrived);
                assertThat(theirs().receive()).isEqualTo(question);
            }
        }
    }

    /** As {@link #carry} with one small message after the other, as fast as the patterns allow. */
    void carryNumbers(int count) {
        switch (pairing.turn()) {
            case WE_SEND -> {
                theirs().beginCheck(count);
                numbers(count).forEach(number -> Rig.send(oursAsSender(), number));
            }
            case THEY_SEND -> {
                theirs().beginCount(count);
                numbers(count).forEach(number -> assertThat(receive()).isEqualTo(number));
            }
            case WE_ASK -> {
                theirs().beginEcho(count);
                askNumbers(numbers(count).stream().map(this::inEnvelope).toList());
            }
            case THEY_ASK -> {
                theirs().beginAsk(count, pairing.envelope());
                for (int i = 0; i < count; i++) {
                    Rig.send(oursAsSender(), receive());
                }
            }
        }
        theirs().finish();
    }

    private void askNumbers(List<Message> questions) {
        if (pairing.isLockstep()) {
            for (Message question : questions) {
                Rig.send(oursAsSender(), question);
                assertThat(receive()).isEqualTo(question);
            }
        } else {
            questions.forEach(question -> Rig.send(oursAsSender(), question));
            questions.forEach(question -> assertThat(receive()).isEqualTo(question));
        }
    }

    private Message receive() {
        Message message;
        do {
            message = Rig.receive(oursAsReceiver());
        } while (message.equals(SYNC));
        return message;
    }

    private static List<Message> numbers(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Message.of(String.valueOf(number)))
                .toList();
    }

    private Message inEnvelope(Message payload) {
        Message message = payload;
        for (int i = pairing.envelope().length - 1; i >= 0; i--) {
            message = message.prepend(pairing.envelope()[i].getBytes(StandardCharsets.UTF_8));
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
}
