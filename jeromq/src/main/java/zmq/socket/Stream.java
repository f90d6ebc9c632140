package zmq.socket;

import io.zmq4j.zmtp.SocketType;
import org.jspecify.annotations.Nullable;
import zmq.Ctx;
import zmq.Msg;
import zmq.SocketBase;

/** Plain TCP: the first frame names the connection, the second has its bytes; an empty one is its beginning or its end. */
public class Stream extends SocketBase {
    /** One in a context; the numbers are not used. */
    public Stream(Ctx parent, int tid, int sid) {
        super(parent, SocketType.STREAM);
    }

    /** Receives without waiting. */
    @Override
    public @Nullable Msg xrecv() {
        return super.xrecv();
    }
}
