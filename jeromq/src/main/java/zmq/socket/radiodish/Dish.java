package zmq.socket.radiodish;

import io.zmq4j.zmtp.SocketType;
import org.jspecify.annotations.Nullable;
import zmq.Ctx;
import zmq.Msg;
import zmq.SocketBase;

/** Receives from the groups it has joined. */
public class Dish extends SocketBase {
    /** One in a context; the numbers are not used. */
    public Dish(Ctx parent, int tid, int sid) {
        super(parent, SocketType.DISH);
    }

    /** A part of JeroMQ's machine that there is no use for here. */
    public static class DishSession {
        DishSession() {}

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
