package io.zmq4j.pattern;

import io.zmq4j.event.DropCounters;
import io.zmq4j.event.DropReason;
import io.zmq4j.message.Message;
import io.zmq4j.pipe.Pipe;
import org.jspecify.annotations.Nullable;

/** Messages of one frame; others MUST be discarded whole (RFC 41, 49, 51, 52). */
final class Bodies implements FairQueue.Intake {
    private final DropCounters drops;

    Bodies(DropCounters drops) {
        this.drops = drops;
    }

    @Override
    public @Nullable Message accept(Pipe pipe, Message message) {
        if (message.frameCount() == 1) {
            return message;
        }
        drops.add(DropReason.WRONG_SHAPE, 1);
        return null;
    }
}
