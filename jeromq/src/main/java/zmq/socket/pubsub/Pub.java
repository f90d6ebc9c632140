package zmq.socket.pubsub;

public class Pub extends zmq.socket.pubsub.XPub {

    public Pub(zmq.Ctx arg0, int arg1, int arg2) {
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
