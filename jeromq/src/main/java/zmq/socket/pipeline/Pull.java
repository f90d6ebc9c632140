package zmq.socket.pipeline;

import io.zmq4j.zmtp.SocketType;
import org.jspecify.annotations.Nullable;
import zmq.Ctx;
import zmq.Msg;
import zmq.SocketBase;

/** Receives what PUSH sockets send, from each in turn. */
public class Pull extends SocketBase {
    /** One in a context; the numbers are not used. */
    public Pull(Ctx parent, int tid, int sid) {
        super(parent, SocketType.PULL);
    }

    /** Receives without waiting. */
    @Override
    public @Nullable Msg xrecv() {
        return super.xrecv();
    }
}
