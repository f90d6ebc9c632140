package zmq.socket.reqrep;

public class Req extends zmq.socket.reqrep.Dealer {

    public Req(zmq.Ctx arg0, int arg1, int arg2) {
        super((zmq.Ctx) null, (int) 0, (int) 0);
        throw new UnsupportedOperationException();
    }

    public boolean xhasIn() {
        throw new UnsupportedOperationException();
    }

    public boolean xhasOut() {
        throw new UnsupportedOperationException();
    }

    protected zmq.Msg xrecv() {
        throw new UnsupportedOperationException();
    }

    public boolean xsend(zmq.Msg arg0) {
        throw new UnsupportedOperationException();
    }

    protected boolean xsetsockopt(int arg0, java.lang.Object arg1) {
        throw new UnsupportedOperationException();
    }

    public static class ReqSession {

        ReqSession() {}

        public boolean pushMsg(zmq.Msg arg0) {
            throw new UnsupportedOperationException();
        }

        public void reset() {
            throw new UnsupportedOperationException();
        }
    }
}
