package zmq.socket.pipeline;

public class Pull extends zmq.SocketBase {

    public Pull(zmq.Ctx arg0, int arg1, int arg2) {
        super((zmq.Ctx) null, (int) 0, (int) 0);
        throw new UnsupportedOperationException();
    }

    protected boolean xhasIn() {
        throw new UnsupportedOperationException();
    }

    public zmq.Msg xrecv() {
        throw new UnsupportedOperationException();
    }
}
