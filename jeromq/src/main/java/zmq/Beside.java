package zmq;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.SocketType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What JeroMQ has beside a message of one frame, and zmq4j as a frame in front of it. */
enum Beside {
    /** Messages of as many frames as there are. */
    NOTHING {
        @Override
        Message of(Msg msg) {
            return Message.wrap(msg.data());
        }

        @Override
        void note(Msg msg, Message message) {}
    },
    /** SERVER, PEER: who sent it, or is to have it. */
    ROUTING_ID {
        @Override
        Message of(Msg msg) {
            return before(
                    ByteBuffer.allocate(Integer.BYTES)
                            .putInt(msg.getRoutingId())
                            .array(),
                    msg.data());
        }

        @Override
        void note(Msg msg, Message message) {
            msg.setRoutingId(message.buffer(0).getInt());
        }
    },
    /** RADIO, DISH: to whom it is sent. */
    GROUP {
        @Override
        Message of(Msg msg) {
            String group = msg.getGroup();
            return before(group == null ? new byte[0] : group.getBytes(StandardCharsets.UTF_8), msg.data());
        }

        @Override
        void note(Msg msg, Message message) {
            msg.setGroup(message.text(0));
        }
    };

    static Beside messagesOf(SocketType type) {
        if (type == SocketType.SERVER || type == SocketType.PEER) {
            return ROUTING_ID;
        }
        return type.hasGroups() ? GROUP : NOTHING;
    }

    /** What is sent for a frame, with what stands beside it. */
    abstract Message of(Msg msg);

    /** Puts beside a frame what stood in front of it. */
    abstract void note(Msg msg, Message message);

    /** What is sent for frames beside which nothing was put. */
    Message of(Message frames) {
        return this == NOTHING || frames.frameCount() > 1 ? frames : of(new Msg(frames.array(0)));
    }

    /** What JeroMQ has of the frames of a message. */
    Message body(Message message) {
        return this == NOTHING ? message : message.from(1);
    }

    private static Message before(byte[] first, byte[] frame) {
        return Message.wrap(new byte[][] {first, frame});
    }
}
