package zmq.socket.reqrep;

public class Rep extends zmq.socket.reqrep.Router {

    public Rep(zmq.Ctx arg0, int arg1, int arg2) {
        super((zmq.Ctx) null, (int) 0, (int) 0);
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
