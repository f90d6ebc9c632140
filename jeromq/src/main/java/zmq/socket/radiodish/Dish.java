package zmq.socket.radiodish;

public class Dish extends zmq.SocketBase {

    public Dish(zmq.Ctx arg0, int arg1, int arg2) {
        super((zmq.Ctx) null, (int) 0, (int) 0);
        throw new UnsupportedOperationException();
    }

    protected boolean xhasIn() {
        throw new UnsupportedOperationException();
    }

    protected boolean xhasOut() {
        throw new UnsupportedOperationException();
    }

    protected boolean xjoin(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    protected boolean xleave(java.lang.String arg0) {
        throw new UnsupportedOperationException();
    }

    protected zmq.Msg xrecv() {
        throw new UnsupportedOperationException();
    }

    protected boolean xsend(zmq.Msg arg0) {
        throw new UnsupportedOperationException();
    }

    public static class DishSession {

        DishSession() {}

        protected zmq.Msg pullMsg() {
            throw new UnsupportedOperationException();
        }

        public boolean pushMsg(zmq.Msg arg0) {
            throw new UnsupportedOperationException();
        }

        protected void reset() {
            throw new UnsupportedOperationException();
        }
    }
}
