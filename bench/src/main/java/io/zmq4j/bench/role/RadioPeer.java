package io.zmq4j.bench.role;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.zmq4j.RadioSocket;
import io.zmq4j.message.Message;

/**
 * A RADIO that sends everything to one group. No message tells it who has joined: it sends to a second group, which a {@link DishPeer}
 * joins after the first, until it has sent there to every peer.
 */
final class RadioPeer extends SocketPeer {
    static final byte[] GROUP = "bench".getBytes(US_ASCII);
    static final byte[] JOINED = "joined".getBytes(US_ASCII);

    private final RadioSocket radio;

    RadioPeer(RadioSocket radio) {
        super(radio);
        this.radio = radio;
    }

    @Override
    public void send(byte[] message) {
        radio.send(Message.wrap(new byte[][] {GROUP, message}));
    }

    @Override
    public void awaitSubscribers(int count) {
        while (joined() < count) {
            radio.send(Message.of(JOINED, new byte[0]));
            Pause.millis(1);
        }
    }

    private long joined() {
        return radio.statistics().peers().stream()
                .filter(dish -> dish.traffic().messagesOut() > 0)
                .count();
    }
}
