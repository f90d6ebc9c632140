package zmq.socket.reqrep;

import io.zmq4j.zmtp.SocketType;
import zmq.Ctx;
import zmq.Msg;

/** Asks, and waits for the reply. */
public class Req extends Dealer {
    /** One in a context; the numbers are not used. */
    public Req(Ctx parent, int tid, int sid) {
        super(parent, SocketType.REQ);
    }

    /** Whether a receive would not wait. */
    @Override
    public boolean xhasIn() {
        return super.xhasIn();
    }

    /** Whether a send would not wait. */
    @Override
    public boolean xhasOut() {
        return super.xhasOut();
    }

    /** Sends without waiting. */
    @Override
    public boolean xsend(Msg msg) {
        return super.xsend(msg);
    }

    /** A part of JeroMQ's machine that there is no use for here. */
    public static class ReqSession {
        ReqSession() {}

        /** Takes nothing. */
        public boolean pushMsg(Msg msg) {
            return false;
        }

        /** Without effect. */
        public void reset() {}
    }
}
