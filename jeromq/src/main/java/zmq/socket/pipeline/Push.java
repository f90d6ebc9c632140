package zmq.socket.pipeline;

public class Push extends zmq.SocketBase {

    public Push(zmq.Ctx arg0, int arg1, int arg2) {
        super((zmq.Ctx) null, (int) 0, (int) 0);
        throw new UnsupportedOperationException();
    }

    protected boolean xhasOut() {
        throw new UnsupportedOperationException();
    }

    public boolean xsend(zmq.Msg arg0) {
        throw new UnsupportedOperationException();
    }
}
