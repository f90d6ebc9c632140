package zmq.socket.scattergather;

public class Scatter extends zmq.SocketBase {

    public Scatter(zmq.Ctx arg0, int arg1, int arg2) {
        super((zmq.Ctx) null, (int) 0, (int) 0);
        throw new UnsupportedOperationException();
    }

    protected boolean xhasOut() {
        throw new UnsupportedOperationException();
    }

    protected boolean xsend(zmq.Msg arg0) {
        throw new UnsupportedOperationException();
    }
}
