package zmq.socket.scattergather;

public class Gather extends zmq.SocketBase {

    public Gather(zmq.Ctx arg0, int arg1, int arg2) {
        super((zmq.Ctx) null, (int) 0, (int) 0);
        throw new UnsupportedOperationException();
    }

    protected boolean xhasIn() {
        throw new UnsupportedOperationException();
    }

    protected zmq.Msg xrecv() {
        throw new UnsupportedOperationException();
    }
}
