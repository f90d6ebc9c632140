package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.Receiver;
import io.zmq4j.Sender;
import io.zmq4j.Socket;
import io.zmq4j.SubSocket;
import io.zmq4j.event.Peer;
import io.zmq4j.event.Received;
import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Two types that talk to each other, whatever their connection is secured with: the first one speaks. */
enum SecuredPair {
    REQ_REP(SocketType.REQ, SocketType.REP),
    DEALER_ROUTER(SocketType.DEALER, SocketType.ROUTER),
    PUSH_PULL(SocketType.PUSH, SocketType.PULL),
    PUB_SUB(SocketType.PUB, SocketType.SUB);

    private static final Duration SOON = Duration.ofMillis(10);

    private final SocketType first;
    private final SocketType second;

    SecuredPair(SocketType first, SocketType second) {
        this.first = first;
        this.second = second;
    }

    /** Each pair, over each wire, with our side as the server and the client, and as the first and the second. */
    static Stream<Arguments> conversations() {
        return Stream.of(values())
                .flatMap(pair -> Stream.of(Transport.TCP, Transport.IPC)
                        .flatMap(transport -> Stream.of(true, false)
                                .flatMap(serves -> Stream.of(true, false)
                                        .map(isFirst -> Arguments.of(pair, transport, serves, isFirst)))));
    }

    SocketType ours(boolean isFirst) {
        return isFirst ? first : second;
    }

    SocketType theirs(boolean isFirst) {
        return isFirst ? second : first;
    }

    /** A message from the first to the second. If that is ours, it is told who has sent it. */
    void talk(Socket ours, LibzmqSocket other, boolean isFirst, Consumer<Peer> sender) {
        if (isFirst) {
            speak(ours, other);
        } else {
            sender.accept(hear(ours, other).peer());
        }
    }

    private void speak(Socket ours, LibzmqSocket other) {
        if (this == PUB_SUB) {
            other.subscribe("a");
            Rig.await("a subscriber", () -> {
                other.attend();
                return ours.awaitPeer(SOON);
            });
        }
        Rig.send((Sender) ours, "a word");
        assertThat(last(other.receive())).isEqualTo("a word");
    }

    private Received hear(Socket ours, LibzmqSocket other) {
        if (this == PUB_SUB) {
            ((SubSocket) ours).subscribe("a");
            Rig.awaitPeer(ours);
            long deadline = System.nanoTime() + Rig.PATIENCE.toNanos();
            Received received = null;
            while (received == null && System.nanoTime() - deadline < 0) {
                other.send("a word");
                received = ((Receiver) ours).receiveFrom(SOON).orElse(null);
            }
            return Objects.requireNonNull(received, "received in time");
        }
        other.send("a word");
        return ((Receiver) ours).receiveFrom(Rig.PATIENCE).orElseThrow();
    }

    private static String last(Message message) {
        return message.text(message.frameCount() - 1);
    }
}
