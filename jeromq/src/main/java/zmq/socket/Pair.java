package zmq.socket;

public class Pair extends zmq.SocketBase {

    public Pair(zmq.Ctx arg0, int arg1, int arg2) {
        super((zmq.Ctx) null, (int) 0, (int) 0);
        throw new UnsupportedOperationException();
    }

    protected void destroy() {
        throw new UnsupportedOperationException();
    }

    protected boolean xhasIn() {
        throw new UnsupportedOperationException();
    }

    protected boolean xhasOut() {
        throw new UnsupportedOperationException();
    }

    protected zmq.Msg xrecv() {
        throw new UnsupportedOperationException();
    }

    protected boolean xsend(zmq.Msg arg0) {
        throw new UnsupportedOperationException();
    }
}
