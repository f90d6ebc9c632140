package zmq;

import io.zmq4j.event.Peer;
import io.zmq4j.message.Message;
import org.jspecify.annotations.Nullable;

/** A message of which not every frame has been received yet. Guarded by its socket. */
final class HalfReceived {
    private final Message message;
    private final @Nullable Peer sender;
    private int next = 1;

    /** What another thread has begun to receive meanwhile; null if none has. */
    private @Nullable HalfReceived behind;

    /** One whose first frame was given out; it has more. */
    HalfReceived(Message message, @Nullable Peer sender) {
        this.message = message;
        this.sender = sender;
    }

    /** Two threads receive by frames at once: whose frames are whose is their affair, and none is lost. */
    void putBehind(HalfReceived another) {
        HalfReceived last = this;
        while (last.behind != null) {
            last = last.behind;
        }
        last.behind = another;
    }

    @Nullable
    HalfReceived behind() {
        return behind;
    }

    byte[] next() {
        return message.array(next++);
    }

    boolean hasMore() {
        return next < message.frameCount();
    }

    Message rest() {
        return message.from(next);
    }

    @Nullable
    Peer sender() {
        return sender;
    }
}
