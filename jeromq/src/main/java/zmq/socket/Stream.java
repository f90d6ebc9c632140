package zmq.socket;

import org.jspecify.annotations.Nullable;
import zmq.Ctx;
import zmq.Msg;
import zmq.SocketBase;

/** STREAM sockets, which this API has not; for {@code instanceof} alone. */
public class Stream extends SocketBase {
    /** Throws ENOTSUP: there are no such sockets. */
    public Stream(Ctx parent, int tid, int sid) {
        super(parent, tid, sid);
    }

    /** Receives without waiting. */
    @Override
    public @Nullable Msg xrecv() {
        return super.xrecv();
    }
}
