package zmq.socket.radiodish;

import io.zmq4j.zmtp.SocketType;
import org.jspecify.annotations.Nullable;
import zmq.Ctx;
import zmq.Msg;
import zmq.SocketBase;

/** Sends to those who have joined a message's {@link Msg#getGroup}. */
public class Radio extends SocketBase {
    /** One in a context; the numbers are not used. */
    public Radio(Ctx parent, int tid, int sid) {
        super(parent, SocketType.RADIO);
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
