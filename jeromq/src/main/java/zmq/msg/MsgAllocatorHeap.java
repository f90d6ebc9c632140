package zmq.msg;

import zmq.Msg;

/** Frames that are arrays. */
public class MsgAllocatorHeap implements MsgAllocator {
    public MsgAllocatorHeap() {}

    @Override
    public Msg allocate(int size) {
        return new Msg(size);
    }
}
