package io.zmq4j.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A conversation with libzmq, whose socket may go and which floods. */
final class LibzmqConversation extends Conversation {
    private final Pairing pairing;
    private final boolean weBind;

    LibzmqConversation(Rig rig, Libzmq libzmq, Pairing pairing, Transport transport, boolean weBind) {
        super(rig, libzmq, pairing, transport.freshEndpoint(), weBind, false);
        this.pairing = pairing;
        this.weBind = weBind;
    }

    @Override
    LibzmqSocket theirs() {
        return (LibzmqSocket) super.theirs();
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

    /** As {@link #carry} with one small message after the other, as fast as the patterns allow. */
    void carryNumbers(int count) {
        switch (pairing.turn()) {
            case WE_SEND -> {
                theirs().beginCheck(count);
                numbers(count).forEach(this::send);
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
                    send(receive());
                }
            }
        }
        theirs().finish();
    }

    private void askNumbers(List<Message> questions) {
        if (pairing.isLockstep()) {
            for (Message question : questions) {
                send(question);
                assertThat(receive()).isEqualTo(question);
            }
        } else {
            questions.forEach(this::send);
            questions.forEach(question -> assertThat(receive()).isEqualTo(question));
        }
    }

    private static List<Message> numbers(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Message.of(String.valueOf(number)))
                .toList();
    }
}
