package io.zmq4j.zmtp.engine;

import io.zmq4j.message.Message;
import io.zmq4j.zmtp.CloseReason;
import io.zmq4j.zmtp.wire.Command;
import io.zmq4j.zmtp.wire.FrameFlags;
import io.zmq4j.zmtp.wire.FrameReader;
import io.zmq4j.zmtp.wire.MessageAssembler;
import io.zmq4j.zmtp.wire.ProtocolException;

/**
 * What becomes of the traffic's frames once they are readable: messages, and commands that are obeyed. Owned by the thread that
 * drives the inbound half.
 */
final class Delivery {
    final MessageAssembler assembler;
    final TrafficCommands commands;
    private final EngineListener listener;

    Delivery(MessageAssembler assembler, TrafficCommands commands, EngineListener listener) {
        this.assembler = assembler;
        this.commands = commands;
        this.listener = listener;
    }

    /** Takes a frame that may come; returns whether the listener has room for one more message. */
    boolean take(int flags, byte[] body, long now) throws ProtocolException {
        if (flags == 0) {
            Message message = assembler.finish(body);
            return !commands.takes(message) || listener.onMessage(message);
        }
        if (flags == FrameFlags.MORE) {
            assembler.add(body);
            return true;
        }
        // The grammar has no command inside a message, but peers whose heartbeat fires there send one.
        Message asked = commands.receive(Command.parse(body), now);
        return asked == null || listener.onMessage(asked);
    }

    /** The reason to close if the stream ends here. */
    ProtocolException ended(FrameReader frames) {
        return frames.isBetweenFrames() && assembler.isEmpty()
                ? new ProtocolException(CloseReason.PEER_CLOSED, "the peer closed the connection")
                : new ProtocolException(
                        CloseReason.CONNECTION_LOST, "the connection ended inside a message or command");
    }
}
