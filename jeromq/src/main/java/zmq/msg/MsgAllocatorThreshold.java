package zmq.msg;

public class MsgAllocatorThreshold implements zmq.msg.MsgAllocator {
    public final int threshold = 0;

    public MsgAllocatorThreshold() {
        throw new UnsupportedOperationException();
    }

    public MsgAllocatorThreshold(int arg0) {
        throw new UnsupportedOperationException();
    }

    public zmq.Msg allocate(int arg0) {
        throw new UnsupportedOperationException();
    }
}
