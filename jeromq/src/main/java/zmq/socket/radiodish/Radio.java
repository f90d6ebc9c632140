package zmq.socket.radiodish;

import org.jspecify.annotations.Nullable;
import zmq.Ctx;
import zmq.Msg;
import zmq.SocketBase;

/** RADIO sockets, which zmq4j has not; for {@code instanceof} alone. */
public class Radio extends SocketBase {
    /** Throws ENOTSUP: there are no such sockets. */
    public Radio(Ctx parent, int tid, int sid) {
        super(parent, tid, sid);
    }

    /** A part of JeroMQ's machine that there is no use for here. */
    public static class RadioSession {
        RadioSession() {}

        /** Gives nothing. */
        protected @Nullable Msg pullMsg() {
            return null;
        }

        /** Takes nothing. */
        public boolean pushMsg(Msg msg) {
            return false;
        }

        /** Without effect. */
        protected void reset() {}
    }
}
